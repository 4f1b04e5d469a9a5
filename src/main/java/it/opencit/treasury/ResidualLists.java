// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Listing;
import java.time.LocalDate;

/**
 * Residuals on 31 December of a year, from the dates of what changed them: reductions by their act, collections by the
 * day the treasurer took the money in. An allocation undone counts on no day: it was a mistake.
 */
final class ResidualLists {

    static final String THEN = """
            (select a.*, coalesce(r.total, 0) as reduced_then, coalesce(l.total, 0) as collected_then,
                    a.amount - coalesce(r.total, 0) - coalesce(l.total, 0) as residual_then
               from treasury.accertamento a
               left join (select centre_id, accertamento_id, sum(amount) as total from treasury.reduction
                           where act_date <= :day group by 1, 2) r
                 on r.centre_id = a.centre_id and r.accertamento_id = a.id
               left join (select centre_id, accertamento_id, sum(amount) as total from treasury.allocation
                           where undone_at is null and collected_on <= :day group by 1, 2) l
                 on l.centre_id = a.centre_id and l.accertamento_id = a.id
              where a.fiscal_year <= :year)""";

    private ResidualLists() {}

    static Listing byPayer(int year) {
        return of("residui", year)
                .from("(select min(id) as id, fiscal_year, payer_id, max(payer_name) as payer_name, count(*) as number,"
                        + " sum(amount) as amount, sum(reduced_then) as reduced_then,"
                        + " sum(collected_then) as collected_then, sum(residual_then) as residual_then from " + THEN
                        + " x where residual_then > 0 group by fiscal_year, payer_id) y")
                .key("y.id")
                .column(Column.text("esercizio", "Anno esercizio", "y.fiscal_year::text"))
                .column(Column.text("pagante", "Ente pagante", "y.payer_name").linkedTo("/gestione/enti/{chi}"))
                .column(Column.hidden("chi", "y.payer_id::text"))
                .column(Column.integer("numero", "Accertamenti", "y.number"))
                .column(Column.euro("importo", "Accertato", "y.amount"))
                .column(Column.euro("ridotto", "Ridotto", "y.reduced_then"))
                .column(Column.euro("riscosso", "Riscosso", "y.collected_then"))
                .column(Column.euro("residuo", "Residuo", "y.residual_then"))
                .sortedBy("esercizio")
                .whenEmpty("Nessun residuo attivo a quella data.", null, null);
    }

    static Listing lines(int year) {
        return of("residui-per-accertamento", year)
                .from(THEN + " x")
                .where("x.residual_then > 0")
                .key("x.id")
                .column(Column.text("esercizio", "Anno esercizio", "x.fiscal_year::text"))
                .column(Column.text(
                                "accertamento", "Accertamento", "coalesce(x.number || '/' || x.year, 'senza numero')")
                        .linkedTo(Addresses.ACCERTAMENTI + "/{key}"))
                .column(Column.text(
                        "atto",
                        "Atto",
                        "x.act_kind || ' n. ' || x.act_number || ' del ' || to_char(x.act_date, 'DD/MM/YYYY')"))
                .column(Column.text("ente", "Ente", "x.beneficiary_name"))
                .column(Column.text("pagante", "Ente pagante", "x.payer_name"))
                .column(Column.text("servizio", "Servizio/convenzione", "x.object"))
                .column(Column.text("capitolo", "Capitolo", "x.chapter").insteadShowing("breve"))
                .column(Column.hidden(
                        "breve", "case when length(x.chapter) > 40 then left(x.chapter, 38) || '…' else x.chapter end"))
                .column(Column.date("scadenza", "Scadenza", "x.due"))
                .column(Column.euro("importo", "Accertato", "x.amount"))
                .column(Column.euro("ridotto", "Ridotto", "x.reduced_then"))
                .column(Column.euro("riscosso", "Riscosso", "x.collected_then"))
                .column(Column.euro("residuo", "Residuo", "x.residual_then"))
                .sortedBy("esercizio")
                .whenEmpty("Nessun residuo attivo a quella data.", null, null);
    }

    private static Listing of(String name, int year) {
        return Listing.named(name).with("year", year).with("day", LocalDate.of(year, 12, 31));
    }
}
