// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of tariffs: the versions of the centre, and what the kits ship. */
final class TariffListing {

    /** The versions of the centre. */
    static final Listing VERSIONS = Listing.named("tariffe")
            .from("tariffs.tariff_version v")
            .key("v.id")
            .column(Column.text("code", "Codice", "v.code").linkedTo("/gestione/tariffe/{key}"))
            .column(Column.text("title", "Titolo", "v.title"))
            .column(Column.date("validFrom", "Valida dal", "v.valid_from"))
            .column(Column.date("validTo", "Valida al", "v.valid_to"))
            .column(Column.text("state", "Stato", "case v.state when 'DRAFT' then 'bozza' else 'in vigore' end"))
            .column(
                    Column.text(
                            "act",
                            "Atto",
                            "concat_ws(', ', v.act_kind, v.act_body, 'n. ' || v.act_number, to_char(v.act_date, 'DD/MM/YYYY'))"))
            .column(Column.moment("changedAt", "Ultima modifica", "v.changed_at"))
            .filter(Filter.search(
                    "Codice o titolo",
                    "opencit.plain(v.code || ' ' || v.title) like '%' || opencit.plain(:word) || '%'"))
            .filter(Filter.choice(
                    "stato",
                    "Stato",
                    List.of(new Option("IN_FORCE", "in vigore"), new Option("DRAFT", "bozza")),
                    "v.state = :value"))
            .filter(Filter.date("giorno", "Valida il", "daterange(v.valid_from, v.valid_to, '[]') @> :value"))
            .sortedBy("code")
            .whenEmpty(
                    "Questo centro non ha ancora tariffe: parti da quelle di un corredo, o da una bozza nuova.",
                    "Guarda i corredi",
                    "/gestione/tariffe/corredi");

    /** What the kits ship. */
    static final Listing SHIPPED = Listing.named("corredi")
            .column(Column.text("code", "Codice", "").linkedTo("/gestione/tariffe/corredi/{code}"))
            .column(Column.text("title", "Titolo", ""))
            .column(Column.text("kit", "Corredo", ""))
            .column(Column.date("validFrom", "Valida dal", ""))
            .column(Column.date("validTo", "Valida al", ""))
            .column(Column.text("act", "Atto", ""))
            .column(Column.text("adopted", "In questo centro", ""))
            .filter(Filter.search("Codice o titolo", "code,title,kit"))
            .sortedBy("code")
            .whenEmpty("Nessun corredo.", null, null);

    private TariffListing() {}

    static List<ListRow> shipped(Kits kits, Tariffs tariffs) {
        var own = tariffs.versions().stream()
                .map(version -> version.tariff().code())
                .toList();
        List<ListRow> rows = new ArrayList<>();
        for (Tariff tariff : kits.tariffs()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("code", tariff.code());
            values.put("title", tariff.title());
            values.put("kit", tariff.centre());
            values.put("validFrom", tariff.validFrom());
            values.put("validTo", tariff.validTo());
            values.put("act", tariff.act() == null ? "" : Words.act(tariff.act()));
            values.put("adopted", own.contains(tariff.code()) ? "presente" : "");
            rows.add(new ListRow(rows.size(), values));
        }
        return rows;
    }
}
