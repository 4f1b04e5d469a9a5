// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body that pays, as far as a tariff looks at it.
 *
 * @param name for messages
 * @param member whether it has a convention with the centre; who has none pays the list price
 * @param pastAmounts what was applied to it in past years under the same heading, where known: year → euro, VAT excluded
 */
public record Subject(
        String name, OrganizationKind kind, boolean member, List<Figure> figures, Map<Integer, Euro> pastAmounts) {

    public Subject {
        figures = List.copyOf(figures);
        pastAmounts = Map.copyOf(pastAmounts);
    }

    /** A member with its figures and no history. */
    public static Subject of(String name, OrganizationKind kind, Figure... figures) {
        return new Subject(name, kind, true, List.of(figures), Map.of());
    }

    /** A body of the centre, with its figures and no history. */
    public static Subject of(Organization body, boolean member, List<it.opencit.organizations.Figure> figures) {
        List<Figure> known = figures.stream()
                .map(figure -> new Figure(figure.kind(), figure.value(), figure.date(), figure.source(), figure.mark()))
                .toList();
        return new Subject(body.fullName(), body.kind(), member, known, Map.of());
    }

    /** The same body with one more figure. */
    public Subject with(Figure figure) {
        List<Figure> all = new ArrayList<>(figures);
        all.add(figure);
        return new Subject(name, kind, member, all, pastAmounts);
    }

    /** The same body with what was applied to it in a past year. */
    public Subject withPastAmount(int year, Euro amount) {
        var all = new java.util.HashMap<>(pastAmounts);
        all.put(year, amount);
        return new Subject(name, kind, member, figures, all);
    }

    /** The same body without a convention with the centre. */
    public Subject withoutConvention() {
        return new Subject(name, kind, false, figures, pastAmounts);
    }

    /** The figure wanted for a year: the one of that very date, else one stated without a date; {@code null} if none. */
    @Nullable
    Figure figure(String kind, ReferenceDate when, int year) {
        LocalDate wanted = when.in(year);
        LocalDate limit = LocalDate.of(year, 12, 31);
        Figure found = null;
        for (Figure figure : figures) {
            if (figure.kind().equals(kind) && suits(figure.date(), wanted, limit) && isBetter(figure, found)) {
                found = figure;
            }
        }
        return found;
    }

    private static boolean suits(@Nullable LocalDate date, @Nullable LocalDate wanted, LocalDate limit) {
        if (date == null) {
            return true;
        }
        return wanted == null ? !date.isAfter(limit) : date.equals(wanted);
    }

    private static boolean isBetter(Figure figure, @Nullable Figure found) {
        if (found == null) {
            return true;
        }
        LocalDate date = figure.date();
        LocalDate before = found.date();
        return date != null && (before == null || date.isAfter(before));
    }
}
