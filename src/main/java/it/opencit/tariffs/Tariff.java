// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tariff: a tree of components with what makes it an act.
 *
 * @param code unique, such as {@code brescia-2015-2020/quota}
 * @param title Italian
 * @param centre code of the centre or kit it belongs to
 * @param validTo last day; {@code null} when open
 * @param act {@code null} for a draft
 * @param figureDates by figure kind; a kind that is not here takes the latest figure
 * @param quantities what must be given besides the figures of the body
 * @param vat {@code null} when nothing is said of VAT: the amount is the net
 * @param notes Italian, for the reader
 */
public record Tariff(
        String code,
        String title,
        String centre,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Act act,
        Map<String, ReferenceDate> figureDates,
        List<Quantity> quantities,
        Component tree,
        @Nullable Vat vat,
        List<String> notes) {

    public Tariff {
        figureDates = Map.copyOf(figureDates);
        quantities = List.copyOf(quantities);
        notes = List.copyOf(notes);
    }

    /** A bare tree as a tariff, to try it: latest figures, no VAT, every quantity it names declared. */
    public static Tariff draft(Component tree) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        Tree.quantities(tree).forEach(key -> quantities.put(key, Quantity.undeclared(key)));
        return new Tariff(
                "bozza",
                "Bozza",
                "",
                LocalDate.of(2000, 1, 1),
                null,
                null,
                Map.of(),
                List.copyOf(quantities.values()),
                tree,
                null,
                List.of());
    }

    /** The same tariff with another tree. */
    public Tariff withTree(Component other) {
        return new Tariff(code, title, centre, validFrom, validTo, act, figureDates, quantities, other, vat, notes);
    }

    /** Whether it was valid on some day of a year. */
    public boolean isValidIn(int year) {
        return validFrom.getYear() <= year && (validTo == null || validTo.getYear() >= year);
    }

    /** The kinds of figure that its own tree reads. */
    public Set<String> figures() {
        return Tree.figures(tree);
    }

    Quantity quantity(String key) {
        for (Quantity quantity : quantities) {
            if (quantity.key().equals(key)) {
                return quantity;
            }
        }
        return Quantity.undeclared(key);
    }
}
