// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Incoming messages, the latest first. */
final class IncomingList {

    /** What waits for somebody: the filter that the page begins with. */
    static final String OPEN = "APERTI";

    private IncomingList() {}

    static Listing listing() {
        List<Option> states = new java.util.ArrayList<>(List.of(new Option(OPEN, "Aspettano qualcuno")));
        Arrays.stream(IncomingState.values())
                .map(state -> new Option(state.name(), state.label()))
                .forEach(states::add);
        return Listing.named("posta")
                .from("tickets.incoming i")
                .key("i.id")
                .column(Column.moment("arrivo", "Arrivato il", "i.received_at"))
                .column(Column.text("oggetto", "Oggetto", "coalesce(nullif(i.subject, ''), '(senza oggetto)')")
                        .linkedTo(Addresses.INCOMING + "/{key}"))
                .column(Column.text("mittente", "Mittente", "i.sender"))
                .column(Column.text("esito", "Esito", labels("i.state", IncomingState.values())))
                .column(Column.text(
                        "motivo",
                        "Perché",
                        "case when i.state = 'DISCARDED' then i.detail when i.state = 'QUARANTINE' then "
                                + labels("i.reason", QuarantineReason.values()) + " else '' end"))
                .column(Column.integer("ticket", "Ticket", "i.ticket_id"))
                .filter(
                        Filter.search(
                                "Oggetto o mittente",
                                "opencit.plain(i.subject || ' ' || i.sender || ' ' || i.sender_name) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "esito",
                        "Esito",
                        states,
                        "(i.state = :value or :value = '" + OPEN + "' and i.state in ('QUARANTINE', 'WAITING'))"))
                .sortedDescendingBy("arrivo")
                .whenEmpty(
                        "Nessun messaggio. Qui arriva la posta della casella dell'assistenza: ogni messaggio apre un ticket, si aggiunge a uno che c'è, oppure resta in quarantena con il motivo.",
                        null,
                        null);
    }

    private static String labels(String column, IncomingState... states) {
        return Arrays.stream(states)
                .map(state -> "when '" + state.name() + "' then '" + quoted(state.label()) + "'")
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }

    private static String labels(String column, QuarantineReason... reasons) {
        return Arrays.stream(reasons)
                .map(reason -> "when '" + reason.name() + "' then '" + quoted(reason.label()) + "'")
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }

    private static String quoted(String label) {
        return label.replace("'", "''").replace(":", "");
    }
}
