// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How clear readers find the pages, page by page and one by one. */
final class RatingList {

    private RatingList() {}

    static Listing pages() {
        return Listing.named("chiarezza-delle-pagine")
                .from("""
                        (select min(id) as id, path, count(*) as ratings, round(avg(stars), 2) as mean,
                                count(*) filter (where stars <= 3) as low, max(at) as latest
                           from portal.rating
                          group by path) p""")
                .key("p.id")
                .column(Column.text("pagina", "Pagina", "p.path"))
                .column(Column.integer("voti", "Voti", "p.ratings"))
                .column(Column.decimal("media", "Media (da 1 a 5)", "p.mean"))
                .column(Column.integer("bassi", "Voti da 1 a 3", "p.low"))
                .column(Column.moment("ultimo", "Ultimo voto", "p.latest"))
                .filter(Filter.search("Indirizzo", "p.path like '%' || :word || '%'"))
                .sortedDescendingBy("voti")
                .whenEmpty("Nessuno ha ancora votato: la domanda sta in fondo a ogni pagina del sito.", null, null);
    }

    static Listing oneByOne() {
        return Listing.named("giudizi-sulle-pagine")
                .from("portal.rating r")
                .key("r.id")
                .column(Column.moment("quando", "Quando", "r.at"))
                .column(Column.text("pagina", "Pagina", "r.path"))
                .column(Column.text("lingua", "Lingua", "r.language"))
                .column(Column.integer("voto", "Voto", "r.stars"))
                .column(Column.text("motivo", "Motivo", reasons()))
                .column(Column.text("commento", "Commento", "r.comment"))
                .filter(Filter.search(
                        "Pagina o commento",
                        "opencit.plain(r.path || ' ' || r.comment) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "commenti",
                        "Commenti",
                        List.of(new Option("si", "Solo con un commento")),
                        "(:value = 'si') = (r.comment <> '')"))
                .filter(Filter.choice(
                        "voti",
                        "Voti",
                        List.of(new Option("bassi", "Da 1 a 3"), new Option("alti", "4 e 5")),
                        "(:value = 'bassi') = (r.stars <= 3)"))
                .sortedDescendingBy("quando")
                .whenEmpty("Nessun giudizio con questi filtri.", null, null);
    }

    private static String reasons() {
        return Arrays.stream(Rating.Reason.values())
                .map(reason -> "when '" + reason.name() + "' then '" + reason.label() + "'")
                .collect(Collectors.joining(" ", "case r.reason ", " else '' end"));
    }
}
