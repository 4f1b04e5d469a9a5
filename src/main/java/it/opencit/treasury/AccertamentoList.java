// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The accertamenti with their acts, chapters and residuals. */
@Component
class AccertamentoList {

    private final AccertamentoStore store;
    private final Clock clock;

    AccertamentoList(AccertamentoStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Listing listing() {
        return Listing.named("accertamenti")
                .from("treasury.accertamento a")
                .key("a.id")
                .with("today", LocalDate.now(clock))
                .column(Column.text(
                        "atto",
                        "Atto",
                        "a.act_kind || ' n. ' || a.act_number || ' del ' || to_char(a.act_date, 'DD/MM/YYYY')"))
                .column(Column.text(
                                "accertamento", "Accertamento", "coalesce(a.number || '/' || a.year, 'senza numero')")
                        .linkedTo(Addresses.ACCERTAMENTI + "/{key}")
                        .orderedBy("(a.year::bigint * 1000000000 + a.number_order)", "bigint"))
                .column(Column.text("esercizio", "Anno esercizio", "a.fiscal_year::text")
                        .orderedBy("a.fiscal_year", "integer"))
                .column(Column.text("ente", "Ente", "a.beneficiary_name").orderedBy("a.beneficiary_plain", "text"))
                .column(Column.text("pagante", "Ente pagante", "a.payer_name").orderedBy("a.payer_plain", "text"))
                .column(Column.text("servizio", "Servizio/convenzione", "a.object")
                        .orderedBy("a.object_plain", "text"))
                .column(Column.text("capitolo", "Capitolo", "a.chapter").insteadShowing("breve"))
                .column(Column.hidden(
                        "breve", "case when length(a.chapter) > 40 then left(a.chapter, 38) || '…' else a.chapter end"))
                .column(Column.euro("importo", "Importo", "a.amount"))
                .column(Column.euro("residuo", "Residuo", "a.residual")
                        .insteadShowing("esito")
                        .orderedBy("a.residual_cents", "bigint"))
                .column(Column.hidden(
                        "esito", "case a.state when 'COLLECTED' then 'SALDATO' when 'CANCELLED' then 'ANNULLATO' end"))
                .column(Column.date("scadenza", "Scadenza", "a.due"))
                .filter(ListParts.wording(
                        "q", "Ente, servizio o convenzione", "a.beneficiary_plain", "a.payer_plain", "a.object_plain"))
                .filter(Filter.text("numero", "Numero", "a.number = split_part(:value, '/', 1)"))
                .filter(ListParts.year(store.fiscalYears()))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        List.of(
                                new Option("aperto", "Da riscuotere"),
                                new Option("scaduto", "Scaduto"),
                                new Option("saldato", "Saldato"),
                                new Option("annullato", "Annullato"),
                                new Option("senza-numero", "Senza numero")),
                        """
                        case :value when 'aperto' then a.state = 'ASSESSED'
                                    when 'scaduto' then a.state = 'ASSESSED' and a.due < :today
                                    when 'saldato' then a.state = 'COLLECTED'
                                    when 'annullato' then a.state = 'CANCELLED'
                                    else a.number is null end"""))
                .sortedDescendingBy("accertamento")
                .whenEmpty(
                        "Nessun accertamento. Nascono dall'approvazione delle quote, oppure si registrano a mano.",
                        "Registra un accertamento",
                        Addresses.ACCERTAMENTI + "/nuovo");
    }
}
