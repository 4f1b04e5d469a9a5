// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was collected: a line for each allocation that stands, with its order where there is one. */
@Component
class RiscossioneList {

    private static final String FROM = """
            treasury.allocation l
            join treasury.provvisorio p on p.centre_id = l.centre_id and p.id = l.provvisorio_id
            join treasury.accertamento a on a.centre_id = l.centre_id and a.id = l.accertamento_id
            left join treasury.riscossione r on r.centre_id = l.centre_id and r.id = l.riscossione_id""";

    Listing listing() {
        return Listing.named("riscossioni")
                .from(FROM)
                .where("l.undone_at is null")
                .key("l.id")
                .column(Column.text(
                                "atto",
                                "Atto",
                                "coalesce(r.kind || ' n. ' || r.number || ' del ' || to_char(r.date, 'DD/MM/YYYY'), 'in attesa dell''ordine')")
                        .linkedTo(Addresses.RISCOSSIONI + "/{ordine}"))
                .column(Column.hidden("ordine", "r.id::text"))
                .column(Column.text("provvisorio", "Numero provvisorio", "p.number::text")
                        .linkedTo(Addresses.PROVVISORI + "/{chiave}")
                        .orderedBy("p.number", "bigint"))
                .column(Column.hidden("chiave", "p.id::text"))
                .column(Column.date("data", "Data provvisorio", "p.received_on"))
                .column(Column.text("ente", "Ente", "a.beneficiary_name"))
                .column(Column.text("pagante", "Ente pagante", "a.payer_name"))
                .column(Column.text("servizio", "Servizio/convenzione", "a.object"))
                .column(Column.text(
                                "accertamento", "Accertamento", "coalesce(a.number || '/' || a.year, 'senza numero')")
                        .linkedTo(Addresses.ACCERTAMENTI + "/{accertato}"))
                .column(Column.hidden("accertato", "a.id::text"))
                .column(
                        Column.text(
                                "gestione",
                                "Gestione",
                                "case when a.fiscal_year < extract(year from l.collected_on) then 'residui' else 'competenza' end"))
                .column(Column.euro("importo", "Importo", "l.amount"))
                .filter(Filter.search(
                        "Ente, servizio, numero dell'atto o del provvisorio",
                        "opencit.plain(a.beneficiary_name || ' ' || a.payer_name || ' ' || a.object || ' ' || p.number"
                                + " || ' ' || coalesce(r.number, '')) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "ordine",
                        "Ordine",
                        List.of(new Option("con", "Con ordine"), new Option("senza", "In attesa dell'ordine")),
                        "(l.riscossione_id is null) = (:value = 'senza')"))
                .filter(Filter.date("dal", "Provvisorio dal", "p.received_on >= :value"))
                .filter(Filter.date("al", "Provvisorio fino al", "p.received_on <= :value"))
                .sortedDescendingBy("data")
                .whenEmpty(
                        "Nessuna riscossione: nascono quando un provvisorio è abbinato a un accertamento.",
                        "Vai ai provvisori",
                        Addresses.PROVVISORI);
    }
}
