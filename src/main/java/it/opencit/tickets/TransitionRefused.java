// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** The ticket is not where the change of state needs it: says where it is and what can follow. */
final class TransitionRefused extends Refusal {

    private final transient List<TicketState> allowed;

    TransitionRefused(TicketState from, TicketState to) {
        this(from, to, from.next());
    }

    TransitionRefused(TicketState from, TicketState to, List<TicketState> allowed) {
        super(
                allowed.isEmpty() ? "tickets.transition.none" : "tickets.transition.refused",
                from.label(),
                to.label(),
                allowed.stream().map(state -> "«" + state.label() + "»").collect(Collectors.joining(", ")));
        this.allowed = allowed;
    }

    List<TicketState> allowed() {
        return allowed;
    }
}
