// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket stood at a moment, so that an act can be undone: kept as JSON.
 *
 * @param category identifier of the category
 * @param level identifier of the version of the promise
 */
record Standing(
        TicketState state,
        long category,
        @Nullable Assignee assignee,
        @Nullable Instant taken,
        @Nullable Instant solved,
        @Nullable Instant closed,
        long level) {

    static Standing of(Ticket ticket) {
        return new Standing(
                ticket.state(),
                ticket.category(),
                ticket.assignee(),
                ticket.taken(),
                ticket.solved(),
                ticket.closed(),
                ticket.level());
    }
}
