// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component of a tariff: what to charge, and how. Components nest; {@link TariffJson} documents their JSON form.
 *
 * <p>A component holds what its author wrote, right or wrong, so that a draft can be kept and mended; {@link TariffCheck}
 * says what is wrong, and {@link Calculator} computes only what is right. Amounts and rates are in euro, VAT excluded.
 */
public sealed interface Component {

    /** A component with a name of its own, shown in the explanation and in messages; of two names the outer stands. */
    record Named(String label, Component component) implements Component {
        public Named {
            component = component instanceof Named inner ? inner.component() : component;
        }
    }

    /** The same amount for all. */
    record Fixed(Parameter amount) implements Component {}

    /** A rate for each unit: inhabitant, business, mailbox, hour. */
    record PerUnit(Measure measure, Parameter rate) implements Component {}

    /** The amount of the band in which the measure falls. */
    record BandAmount(Measure by, List<Band> bands) implements Component {
        public BandAmount {
            bands = List.copyOf(bands);
        }
    }

    /** The rate of the band in which {@code by} falls, on the whole of {@code measure} (often the same, not always). */
    record BandRate(Measure by, Measure measure, List<Band> bands) implements Component {
        public BandRate {
            bands = List.copyOf(bands);
        }
    }

    /** Each band's rate on the units within that band only (marginal bands). */
    record Progressive(Measure measure, List<Band> bands) implements Component {
        public Progressive {
            bands = List.copyOf(bands);
        }
    }

    /**
     * A rate for each unit beyond an allowance; the measure is the total, the allowance is deducted here.
     *
     * @param wholeUnits whether a started unit beyond the allowance counts as a whole one
     */
    record Overage(Measure measure, Allowance allowance, Parameter rate, boolean wholeUnits) implements Component {}

    /** Whole packs: a started pack is paid in full. */
    record Packs(Measure measure, Parameter size, Parameter price) implements Component {}

    /** A component for each kind of body; a kind that no case names takes {@code otherwise}, or is refused without it. */
    record ByKind(List<KindCase> cases, @Nullable Component otherwise) implements Component {
        public ByKind {
            cases = List.copyOf(cases);
        }
    }

    /** Activation, owed in the first year of use, plus a yearly fee owed every year, the first included. */
    record ActivationPlusYearly(Component activation, Component yearly) implements Component {}

    /** One thing in the first year of use, another in the following ones. */
    record FirstYear(Component first, Component following) implements Component {}

    /** All of them together. */
    record Sum(List<Component> components) implements Component {
        public Sum {
            components = List.copyOf(components);
        }
    }

    /** A component less a percentage of it. */
    record Discount(Component component, Parameter percent) implements Component {}

    /** A component, but not less than {@code min} nor more than {@code max}. */
    record Limits(
            Component component,
            @Nullable Parameter min,
            @Nullable Parameter max) implements Component {}

    /**
     * A component, but not above what was applied in a past year: the amount known from the history of the body
     * ({@link Subject#pastAmounts()}) or, where it is not known, what {@code computedBy} gives for that year.
     *
     * @param figureDates the dates of the figures of that year, where they differ from those of the tariff
     */
    record NotAboveYear(Component component, int year, Component computedBy, Map<String, ReferenceDate> figureDates)
            implements Component {
        public NotAboveYear {
            figureDates = Map.copyOf(figureDates);
        }
    }

    /**
     * A yearly component of which the first months of use are free: each paid month is a twelfth of it. Reads the
     * quantities {@link Quantity#MONTHS_OF_USE} and {@link Quantity#MONTHS_BEFORE}.
     */
    record FreeMonths(int months, Component component) implements Component {}

    /**
     * A cost shared among all the participants by weight, exact to the cent ({@link Sharing}).
     *
     * @param cost the same for all: it depends on no figure of a body
     * @param among the kinds of body that take part; empty means all
     */
    record Share(Component cost, Measure by, List<OrganizationKind> among) implements Component {
        public Share {
            among = List.copyOf(among);
        }
    }

    /**
     * Quoted case by case: the amount is itself a quantity to be given.
     *
     * @param toConfirm why no price is stated, where one is expected
     */
    record Quoted(String quantity, @Nullable String toConfirm) implements Component {}

    /** One component for members, another (list price) for who has no convention with the centre. */
    record ListPrice(Component member, Component list) implements Component {}

    /** Another tariff, by code, with its own figure dates; its VAT does not count. */
    record Reference(String code) implements Component {}

    /** The component for some kinds of body. */
    record KindCase(List<OrganizationKind> kinds, Component component) {
        public KindCase {
            kinds = List.copyOf(kinds);
        }
    }
}
