// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The current dated figures of many bodies, read once for a whole run of a tariff. */
public final class FigureBook {

    private final Map<OrganizationId, List<Figure>> figures;

    /** @param figures of each body; a body without figures may be missing */
    public FigureBook(Map<OrganizationId, List<Figure>> figures) {
        this.figures = Map.copyOf(figures);
    }

    /** Every figure of a body, by kind and then by date. */
    public List<Figure> of(OrganizationId organization) {
        return figures.getOrDefault(organization, List.of());
    }

    /** The figure of exactly that day; nothing when the body has none: never a nearby one in its place. */
    public Optional<Figure> at(OrganizationId organization, String kind, LocalDate date) {
        return of(organization).stream()
                .filter(figure -> figure.kind().equals(kind) && figure.date().equals(date))
                .findFirst();
    }

    /** The latest figure not after a day. */
    public Optional<Figure> latest(OrganizationId organization, String kind, LocalDate upTo) {
        return of(organization).stream()
                .filter(figure -> figure.kind().equals(kind) && !figure.date().isAfter(upTo))
                .max(Comparator.comparing(Figure::date));
    }
}
