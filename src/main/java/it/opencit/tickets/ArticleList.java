// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The articles of a centre, the latest changed first. */
final class ArticleList {

    private ArticleList() {}

    static Listing listing() {
        String states = Arrays.stream(Article.State.values())
                .map(one -> "when '" + one.name() + "' then '" + one.label() + "'")
                .collect(Collectors.joining(" ", "case a.state ", " end"));
        String audiences = Arrays.stream(Article.Audience.values())
                .map(one -> "when '" + one.name() + "' then '" + one.label() + "'")
                .collect(Collectors.joining(" ", "case a.audience ", " end"));
        return Listing.named("conoscenza")
                .from(
                        "tickets.article a left join tickets.category c on c.centre_id = a.centre_id and c.id = a.category_id"
                                + " left join (select article_id, count(*) filter (where helpful) as yes, count(*) as said"
                                + " from tickets.article_feedback group by article_id) f on f.article_id = a.id")
                .key("a.id")
                .column(Column.text("titolo", "Titolo", "a.title").linkedTo(ArticleController.ARTICLES + "/{key}"))
                .column(Column.text("stato", "Stato", states))
                .column(Column.text("chi", "Chi lo legge", audiences))
                .column(Column.text("categoria", "Categoria", "c.title"))
                .column(Column.integer("utile", "È servito a", "coalesce(f.yes, 0)"))
                .column(Column.integer("pareri", "Hanno detto se è servito", "coalesce(f.said, 0)"))
                .column(Column.moment("modificato", "Modificato il", "a.changed_at"))
                .column(Column.text("da", "Da", "a.changed_by"))
                .filter(
                        Filter.search(
                                "Parole del titolo e del testo",
                                "(a.document @@ websearch_to_tsquery('tickets.italian', :word) or opencit.plain(a.title) like '%' || opencit.plain(:word) || '%')"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(Article.State.values())
                                .map(one -> new Option(one.name(), one.label()))
                                .toList(),
                        "a.state = :value"))
                .sortedDescendingBy("modificato")
                .whenEmpty(
                        "Nessun articolo. Scrivine uno, oppure fallo dalla risposta di un ticket.",
                        "Scrivi un articolo",
                        ArticleController.ARTICLES + "/nuovo");
    }
}
