// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long somebody had a ticket, in working time by its ledger: the pauses are nobody's.
 *
 * @param holder as read in the history: a person, {@code Gruppo: …}, {@code Fornitore: …}; "" for nobody yet
 */
record Holding(String holder, Duration worked) {

    private static final String SUPPLIER = Assignee.Kind.SUPPLIER.label() + ": ";
    private static final String NOBODY = "nessuno";

    /**
     * Everybody who had a ticket up to a moment, in the order in which they first did.
     *
     * @param events of the ticket, in order; only those that tell who has it count
     */
    static List<Holding> of(Ledger ledger, List<TicketEvent> events, Instant until) {
        record Turn(String holder, Instant from) {}
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn("", ledger.marks().getFirst().at()));
        for (TicketEvent event : events) {
            if (event.kind() == TicketEvent.Kind.ASSIGNEE) {
                turns.add(new Turn(event.after().equals(NOBODY) ? "" : event.after(), event.at()));
            } else if (event.kind() == TicketEvent.Kind.STATE && event.after().equals(TicketState.NEW.name())) {
                turns.add(new Turn("", event.at())); // one that is new again is of nobody
            }
        }
        Map<String, Duration> times = new LinkedHashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            Instant to = i + 1 < turns.size() ? turns.get(i + 1).from() : until;
            if (to.isAfter(until)) {
                to = until;
            }
            Duration worked =
                    ledger.elapsed(to).minus(ledger.elapsed(turns.get(i).from()));
            times.merge(turns.get(i).holder(), worked.isNegative() ? Duration.ZERO : worked, Duration::plus);
        }
        return times.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty() || one.getValue().isPositive())
                .map(one -> new Holding(one.getKey(), one.getValue()))
                .toList();
    }

    /** The supplier that had it; empty for anybody else. */
    Optional<String> supplier() {
        return holder.startsWith(SUPPLIER) ? Optional.of(holder.substring(SUPPLIER.length())) : Optional.empty();
    }

    /** As pages write it. */
    String shown() {
        return holder.isEmpty() ? "Nessuno ancora" : holder;
    }
}
