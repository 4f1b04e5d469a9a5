// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/**
 * Something that changed of a ticket.
 *
 * @param before name of the state or urgency, who had it, or what was read of it before a correction; "" when there was none
 */
record TicketEvent(
        long id, Instant at, Kind kind, String before, String after, String reason, String actor, String actorName) {

    /** What may change. */
    enum Kind {
        OPENED,
        STATE,
        ASSIGNEE,
        URGENCY,
        TYPE,
        CATEGORY,
        TITLE,
        SERVICE,
        BODY,
        REQUESTER,
        PROTOCOL,
        LEVEL
    }
}
