// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Why a ticket may not change to a state: asked before it is tried, of one or of many. */
@Component
class Obstacles {

    private final TaskStore tasks;

    Obstacles(TaskStore tasks) {
        this.tasks = tasks;
    }

    /**
     * Those of some tickets that may not, in one statement however many they are.
     *
     * @param why reason of the change; "" for none
     */
    Map<TicketNumber, Refusal> of(
            List<Ticket> tickets, TicketState to, String why, Author by, Rulebook rules, Instant at) {
        Map<TicketNumber, List<String>> blocking = to == TicketState.SOLVED || to == TicketState.CLOSED
                ? tasks.blocking(tickets.stream().map(Ticket::number).toList())
                : Map.of();
        return tickets.stream()
                .flatMap(ticket ->
                        of(ticket, to, why, by, rules, at, blocking.getOrDefault(ticket.number(), List.of())).stream()
                                .map(refusal -> Map.entry(ticket.number(), refusal)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Refusal> of(
            Ticket ticket, TicketState to, String why, Author by, Rulebook rules, Instant at, List<String> blocking) {
        TicketState from = ticket.state();
        if (!from.next().contains(to)) {
            return Optional.of(new TransitionRefused(from, to));
        }
        if (!blocking.isEmpty()) {
            return Optional.of(
                    by.office()
                            ? new Refusal(
                                    "tickets.task.blocking",
                                    blocking.stream()
                                            .map(one -> "«" + one + "»")
                                            .collect(Collectors.joining(", ")))
                            : new Refusal("tickets.task.blocking-others"));
        }
        if (why.isEmpty() && from.needsReason(to)) {
            return Optional.of(Refusal.inField("reason", "tickets.reason.required"));
        }
        Instant closed = ticket.closed();
        return closed != null
                        && closed.plus(Duration.ofDays(rules.reopenDays())).isBefore(at)
                ? Optional.of(new Refusal("tickets.reopen.late", rules.reopenDays()))
                : Optional.empty();
    }
}
