// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A service of the catalogue.
 *
 * @param version of what is written, to notice that somebody else changed it meanwhile
 */
public record Offering(OfferingId id, OfferingDetails details, int version) {

    public String code() {
        return details.code();
    }

    public String title() {
        return details.title();
    }

    public String summary() {
        return details.summary();
    }

    public OfferingClass offeringClass() {
        return details.offeringClass();
    }

    public OfferingLevel level() {
        return details.level();
    }

    public OfferingArea area() {
        return details.area();
    }

    public FeeKind fee() {
        return details.fee();
    }

    public Continuation continuation() {
        return details.continuation();
    }

    public List<PriceRule> prices() {
        return details.prices();
    }

    public Eligibility eligibility() {
        return details.eligibility();
    }

    public AllowanceSharing sharing() {
        return details.sharing();
    }

    /** What the quota includes, Italian; "" when nothing is said. */
    public String included() {
        return details.included();
    }

    /** The technology partner; {@code null} when the centre does it itself. */
    public @Nullable SupplierId partner() {
        return details.partner();
    }

    /** When it can be asked for. */
    public Period offered() {
        return details.offered();
    }

    /** The price in force on a day: that of the variant, else the one that holds for every variant. */
    public Optional<PriceRule> price(ChargeKind kind, String variant, LocalDate day) {
        return rule(kind, variant, day).or(() -> rule(kind, "", day));
    }

    /** The variants to choose among on a day, in the order of their prices; none when there is nothing to choose. */
    public List<String> variants(LocalDate day) {
        return prices().stream()
                .filter(rule -> !rule.variant().isEmpty() && rule.validity().contains(day))
                .map(PriceRule::variant)
                .distinct()
                .toList();
    }

    private Optional<PriceRule> rule(ChargeKind kind, String variant, LocalDate day) {
        return prices().stream()
                .filter(rule -> rule.kind() == kind
                        && rule.variant().equals(variant)
                        && rule.validity().contains(day))
                .findFirst();
    }
}
