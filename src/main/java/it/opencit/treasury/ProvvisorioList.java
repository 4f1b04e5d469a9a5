// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The provvisori with what is left of each and until when it must be regularised. */
@Component
class ProvvisorioList {

    private final Clock clock;

    ProvvisorioList(Clock clock) {
        this.clock = clock;
    }

    Listing listing() {
        return Listing.named("provvisori")
                .from("treasury.provvisorio p")
                .key("p.id")
                .with("today", LocalDate.now(clock))
                .column(Column.text("numero", "Numero", "p.number || '/' || p.treasury_year")
                        .linkedTo(Addresses.PROVVISORI + "/{key}")
                        .orderedBy("(p.treasury_year::numeric * 1e18 + p.number)", "numeric"))
                .column(Column.date("data", "Data", "p.received_on").orderedBy("p.received_on", "date"))
                .column(Column.text("versante", "Versante", "p.payer_name").orderedBy("p.payer_plain", "text"))
                .column(Column.text("ente", "Ente riconosciuto", "p.organization_name")
                        .linkedTo("/gestione/enti/{organization}"))
                .column(Column.hidden("organization", "p.organization_id::text"))
                .column(Column.text("causale", "Causale", "p.reason"))
                .column(Column.euro("importo", "Importo", "p.amount").orderedBy("p.amount_cents", "bigint"))
                .column(Column.euro("residuo", "Da abbinare", "p.residual").orderedBy("p.residual_cents", "bigint"))
                .column(Column.date("entro", "Da regolarizzare entro", "p.regularise_by")
                        .orderedBy("p.regularise_by", "date"))
                .column(Column.text("stato", "Stato", labels()))
                .filter(Filter.search(
                        "Versante, ente, causale, numero",
                        "opencit.plain(p.number || ' ' || p.payer_name || ' ' || p.organization_name || ' ' || p.reason"
                                + " || ' ' || p.reference) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Stream.concat(
                                        Stream.of(new Option("aperti", "Da regolarizzare o parziali")),
                                        Arrays.stream(ProvvisorioState.values())
                                                .map(state -> new Option(word(state), state.label())))
                                .toList(),
                        "case :value when 'aperti' then p.state in ('OPEN', 'PARTIAL') else p.state = " + codes()
                                + " end"))
                .filter(Filter.choice(
                        "termine",
                        "Termine dei 60 giorni",
                        List.of(
                                new Option("scaduto", "Scaduto"),
                                new Option("15", "Entro 15 giorni"),
                                new Option("30", "Entro 30 giorni")),
                        """
                        p.state in ('OPEN', 'PARTIAL') and case :value when 'scaduto' then p.regularise_by < :today
                            when '15' then p.regularise_by between :today and :today + 15
                            else p.regularise_by between :today and :today + 30 end"""))
                .filter(Filter.date("dal", "Ricevuti dal", "p.received_on >= :value"))
                .filter(Filter.date("al", "Ricevuti fino al", "p.received_on <= :value"))
                .filter(Filter.amount("importo", "Importo", "p.amount_cents = cast(:value * 100 as bigint)"))
                .sortedDescendingBy("data")
                .whenEmpty(
                        "Nessun provvisorio. Comincia dal file del tesoriere: CSV o giornale di cassa.",
                        "Importa i provvisori",
                        Addresses.IMPORT);
    }

    private static String word(ProvvisorioState state) {
        return state.label().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String codes() {
        return Arrays.stream(ProvvisorioState.values())
                .map(state -> " when '" + word(state) + "' then '" + state.name() + "'")
                .collect(Collectors.joining("", "case :value", " end"));
    }

    private static String labels() {
        return Arrays.stream(ProvvisorioState.values())
                .map(state -> " when '" + state.name() + "' then '" + state.label() + "'")
                .collect(Collectors.joining("", "case p.state", " end"));
    }
}
