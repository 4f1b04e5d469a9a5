// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;

/** What a body's person may do with the state of a ticket: confirm that it is solved, or ask again. */
final class BodyActs {

    private BodyActs() {}

    static List<TicketState> allowed(TicketState state) {
        return switch (state) {
            case SOLVED -> List.of(TicketState.CLOSED, TicketState.ASSIGNED);
            case CLOSED -> List.of(TicketState.ASSIGNED);
            default -> List.of();
        };
    }
}
