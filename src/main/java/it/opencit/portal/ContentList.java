// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The contents of a centre as their editors list them, the latest changed first. */
final class ContentList {

    private ContentList() {}

    static Listing listing() {
        return Listing.named("contenuti")
                .from("portal.content c join portal.content_version v"
                        + " on v.centre_id = c.centre_id and v.content_id = c.id and v.number = c.latest")
                .key("c.id")
                .column(Column.text("titolo", "Titolo", "v.title").linkedTo(ContentController.CONTENTS + "/{key}"))
                .column(Column.text("tipo", "Tipo", words("c.kind", ContentKind.values(), ContentKind::label)))
                .column(Column.text("sezione", "Sezione", words("c.section", Section.values(), Section::label)))
                .column(Column.text("stato", "Stato", words("c.state", ContentState.values(), ContentState::label)))
                .column(Column.moment("pubblicato", "Pubblicato il", "c.published_at"))
                .column(Column.moment("modificato", "Modificato il", "v.at"))
                .column(Column.text("da", "Da", "v.author_name"))
                .column(Column.text("indirizzo", "Indirizzo", "c.slug"))
                .filter(
                        Filter.search(
                                "Parole del titolo, della sintesi e dell'indirizzo",
                                "opencit.plain(v.title || ' ' || v.summary || ' ' || c.slug) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "tipo", "Tipo", options(ContentKind.values(), ContentKind::label), "c.kind = :value"))
                .filter(Filter.choice(
                        "sezione", "Sezione", options(Section.values(), Section::label), "c.section = :value"))
                .filter(Filter.choice(
                        "stato", "Stato", options(ContentState.values(), ContentState::label), "c.state = :value"))
                .sortedDescendingBy("modificato")
                .whenEmpty(
                        "Ancora nessun contenuto: il sito mostra le pagine che ha da solo.",
                        "Scrivi una notizia",
                        ContentController.CONTENTS + "/nuovo?tipo=NEWS");
    }

    static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(one -> new Option(one.name(), label.apply(one)))
                .toList();
    }

    private static <E extends Enum<E>> String words(String column, E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(one ->
                        "when '" + one.name() + "' then '" + label.apply(one).replace("'", "''") + "'")
                .collect(Collectors.joining(" ", "case " + column + " ", " else '' end"));
    }
}
