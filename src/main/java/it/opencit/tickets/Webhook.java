// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program that is told what happens to tickets. */
record Webhook(long id, String title, String address, Set<Event> events, boolean active) {

    /** Of what a program may be told. */
    enum Event {
        OPENED("ticket.opened", "Un ticket è aperto"),
        STATE("ticket.state", "Un ticket cambia stato"),
        ASSIGNEE("ticket.assignee", "Un ticket è assegnato"),
        URGENCY("ticket.urgency", "Cambia l'urgenza"),
        CORRECTED("ticket.corrected", "Il centro corregge un dato"),
        ANSWERED("ticket.answered", "Qualcuno risponde (le note interne non partono)");

        private final String code;
        private final String label;

        Event(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** As the JSON says it. */
        String code() {
            return code;
        }

        String label() {
            return label;
        }
    }

    /**
     * Something to tell a program.
     *
     * @param body JSON, as it leaves
     * @param attempts how many times it was tried, this one included
     */
    record Delivery(long id, long webhook, String address, String secret, String event, String body, int attempts) {}

    /** How a delivery stands. */
    enum DeliveryState {
        QUEUED("Da mandare"),
        DELIVERED("Arrivato"),
        FAILED("Non arrivato");

        private final String label;

        DeliveryState(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** A line of the log. */
    record Logged(
            long id,
            TicketNumber ticket,
            String event,
            Instant at,
            DeliveryState state,
            int attempts,
            @Nullable Instant delivered,
            String answer) {}
}
