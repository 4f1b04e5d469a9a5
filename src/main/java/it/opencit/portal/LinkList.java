// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.LinkPlace.Part;
import it.opencit.portal.OutsideLinkStore.Progress;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.pages.Italian;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The broken links as a list. */
final class LinkList {

    private LinkList() {}

    static Listing listing(Progress progress) {
        return Listing.named("collegamenti")
                .column(Column.text("stato", "Stato", ""))
                .column(Column.text("dove", "Dove", "").linkedTo("{editor}"))
                .column(Column.text("testo", "In quale testo", ""))
                .column(Column.text("parole", "Parole del collegamento", ""))
                .column(Column.text("indirizzo", "Indirizzo", "").linkedTo("{aperto}"))
                .column(Column.text("motivo", "Che cosa non va", ""))
                .column(Column.moment("giusto", "Visto giusto il", ""))
                .column(Column.moment("rotto", "Visto rotto il", ""))
                .column(Column.hidden("editor", ""))
                .column(Column.hidden("aperto", ""))
                .column(Column.hidden("ordine", ""))
                .filter(Filter.search("Parole, indirizzo o motivo", ""))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(LinkState.values())
                                .map(one -> new Option(one.label(), one.label()))
                                .toList(),
                        ""))
                .filter(Filter.choice(
                        "parte",
                        "Parte del sito",
                        Arrays.stream(Part.values())
                                .map(one -> new Option(one.label(), one.label()))
                                .toList(),
                        ""))
                .sortedBy("ordine")
                .whenEmpty("Nessun collegamento da correggere. " + seen(progress), null, null);
    }

    /** When the links to other sites were looked at, in a sentence. */
    static String seen(Progress progress) {
        if (progress.all() == 0) {
            return "Nei testi non ci sono collegamenti verso altri siti.";
        }
        String latest = progress.latest() == null
                ? "nessuno è ancora stato controllato"
                : "ultimo controllo il " + Italian.moment(progress.latest());
        return "Collegamenti verso altri siti: " + Italian.number(progress.all()) + ", " + latest
                + (progress.due() == 0 ? "." : "; ne aspettano uno " + Italian.number(progress.due()) + ".");
    }

    static List<ListRow> rows(List<BrokenLink> links) {
        List<ListRow> rows = new ArrayList<>();
        for (BrokenLink one : links) {
            LinkPlace place = one.placed().place();
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("stato", one.state().label());
            values.put("parte", place.part().label());
            values.put("dove", place.title());
            values.put("testo", place.text());
            values.put("parole", one.placed().link().words());
            values.put("indirizzo", one.placed().link().address());
            values.put("motivo", one.reason());
            values.put("giusto", one.right());
            values.put("rotto", one.wrong());
            values.put("editor", place.editor());
            values.put("aperto", one.opened());
            values.put("ordine", "%09d".formatted(rows.size()));
            rows.add(new ListRow(rows.size(), values));
        }
        return rows;
    }
}
