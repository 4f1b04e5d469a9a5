// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Listing;
import it.opencit.tickets.Webhook.DeliveryState;
import java.util.Arrays;
import java.util.stream.Collectors;

/** All that a program was told or is to be told, the latest first; its page shows the last ones. */
final class DeliveryList {

    static final String NAME = "invii";

    private DeliveryList() {}

    static Listing listing(long webhook) {
        String states = Arrays.stream(DeliveryState.values())
                .map(state -> "when '" + state.name() + "' then '" + state.label() + "'")
                .collect(Collectors.joining(" ", "case d.state ", " end"));
        return Listing.named(NAME)
                .from("tickets.webhook_delivery d")
                .where("d.webhook_id = :webhook")
                .with("webhook", webhook)
                .key("d.id")
                .column(Column.moment("quando", "Quando", "d.at"))
                .column(Column.integer("ticket", "Ticket", "d.ticket_id"))
                .column(Column.text("evento", "Evento", "d.event"))
                .column(Column.text("stato", "Stato", states))
                .column(Column.integer("tentativi", "Tentativi", "d.attempts"))
                .column(Column.moment("arrivato", "Arrivato il", "d.delivered_at"))
                .column(Column.text("risposta", "Risposta", "d.answer"))
                .sortedDescendingBy("quando");
    }
}
