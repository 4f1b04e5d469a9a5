// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The movements: what was assessed and whether it was collected, a line for each accertamento. Every order and every
 * filter has its index, for lists of a million lines.
 */
@Component
class MovementList {

    private final AccertamentoStore store;

    MovementList(AccertamentoStore store) {
        this.store = store;
    }

    Listing listing() {
        return listing(store.fiscalYears());
    }

    static Listing listing(List<Integer> years) {
        return Listing.named("movimenti")
                .from("treasury.accertamento a")
                .key("a.id")
                .column(Column.text("ente", "Ente", "a.beneficiary_name")
                        .linkedTo(Addresses.ACCERTAMENTI + "/{key}")
                        .orderedBy("a.beneficiary_plain", "text"))
                .column(Column.text("pagante", "Ente pagante", "a.payer_name").orderedBy("a.payer_plain", "text"))
                .column(Column.text("servizio", "Servizio/convenzione", "a.object")
                        .orderedBy("a.object_plain", "text"))
                .column(Column.text("anno", "Anno", "a.fiscal_year::text").orderedBy("a.fiscal_year", "integer"))
                .column(Column.euro("importo", "Importo", "a.amount - a.reduced")
                        .orderedBy("a.owed_cents", "bigint"))
                .column(Column.text("stato", "Stato", states()).orderedBy("a.state", "text"))
                .filter(ListParts.wording("ente", "Ente", "a.beneficiary_plain"))
                .filter(ListParts.wording("pagante", "Ente pagante", "a.payer_plain"))
                .filter(ListParts.wording("servizio", "Servizio o convenzione", "a.object_plain"))
                .filter(ListParts.year(years))
                .filter(Filter.amount("da", "Importo da", "a.owed_cents >= cast(:value * 100 as bigint)"))
                .filter(Filter.amount("a", "Importo fino a", "a.owed_cents <= cast(:value * 100 as bigint)"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(AccertamentoState.values())
                                .map(state -> new Option(word(state), state.label()))
                                .toList(),
                        "a.state = " + codes()))
                .sortedDescendingBy("anno")
                .whenEmpty(
                        "Nessun movimento: nascono dagli accertamenti.",
                        "Registra un accertamento",
                        Addresses.ACCERTAMENTI + "/nuovo");
    }

    /** As acts of accounting write it, with what was collected so far where it is not all. */
    private static String states() {
        return "case a.state when 'COLLECTED' then 'RISCOSSO' when 'CANCELLED' then 'ANNULLATO'"
                + " else case when a.collected > 0 then 'ACCERTATO, riscossi ' || "
                + ListParts.italian("a.collected") + " else 'ACCERTATO' end end";
    }

    private static String word(AccertamentoState state) {
        return state.label().toLowerCase(Locale.ROOT);
    }

    private static String codes() {
        var sql = new StringBuilder("case :value");
        for (AccertamentoState state : AccertamentoState.values()) {
            sql.append(" when '")
                    .append(word(state))
                    .append("' then '")
                    .append(state.name())
                    .append('\'');
        }
        return sql.append(" end").toString();
    }
}
