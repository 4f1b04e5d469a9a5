// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a year: the draft, and what was approved. */
final class DueLineList {

    private DueLineList() {}

    static Listing of(int year, List<DuesRun> runs) {
        return Listing.named("righe-" + year)
                .from("""
                        receipts.due_line l
                        join receipts.dues_run r on r.centre_id = l.centre_id and r.id = l.run_id""")
                .where("r.year = :year")
                .with("year", year)
                .key("l.id")
                .column(Column.text("ente", "Ente", "l.beneficiary")
                        .linkedTo("/gestione/entrate/" + year + "/righe/{key}"))
                .column(Column.text("pagante", "Ente pagante", "l.payer"))
                .column(Column.text("voce", "Servizio / convenzione", "l.title"))
                .column(Column.text("tipo", "Tipo", kinds()))
                .column(Column.date("dal", "Dal", "l.term_from"))
                .column(Column.date("al", "Al", "l.term_to"))
                .column(Column.euro("netto", "Imponibile", "l.net"))
                .column(Column.euro("iva", "IVA", "l.vat"))
                .column(Column.euro("importo", "Importo", "l.amount"))
                .column(Column.text("stato", "Stato", "case r.state when 'DRAFT' then 'Bozza' else 'Approvata' end"))
                .column(Column.text("perche", "Che cosa è cambiato", "l.because"))
                .column(Column.text("avvertenze", "Avvertenze", "l.warnings"))
                .filter(
                        Filter.search(
                                "Ente o servizio",
                                "opencit.plain(l.beneficiary || ' ' || l.payer || ' ' || l.title) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "genere",
                        "Tipo",
                        Arrays.stream(LineKind.values())
                                .map(kind -> new Option(kind.name(), kind.label()))
                                .toList(),
                        "l.kind = :value"))
                .filter(Filter.choice(
                        "ruolo",
                        "Approvazione",
                        runs.stream()
                                .map(run -> new Option(
                                        Integer.toString(run.number()), run.name() + (run.isDraft() ? " (bozza)" : "")))
                                .toList(),
                        "r.number = cast(:value as integer)"))
                .sortedBy("ente")
                .whenEmpty(
                        "Il dovuto del " + year + " non è ancora stato calcolato.",
                        "Vai all'anno",
                        "/gestione/entrate/" + year);
    }

    private static String kinds() {
        return Arrays.stream(LineKind.values())
                .map(kind -> "when '" + kind.name() + "' then '" + kind.label() + "'")
                .collect(Collectors.joining(" ", "case l.kind ", " end"));
    }
}
