// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.ServiceLevel.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a promise of a ticket stands.
 *
 * @param promised working time
 * @param elapsed working time until it was reached, or until now
 * @param due when it falls due, or fell; {@code null} while the clock stands with time left
 * @param reached when it was done; {@code null} while it is not
 */
record Promise(
        Target target,
        Duration promised,
        Duration elapsed,
        @Nullable Instant due,
        @Nullable Instant reached,
        boolean dropped) {

    static Promise of(Target target, Ticket ticket, Ledger ledger, Instant now) {
        Instant reached = target == Target.SOLUTION ? ticket.solved() : ticket.taken();
        Duration promised = ledger.last().level().of(target);
        return new Promise(
                target,
                promised,
                ledger.elapsed(reached == null ? now : reached),
                ledger.due(target).orElse(null),
                reached,
                reached == null && ticket.state() == TicketState.DELETED);
    }

    Duration remaining() {
        return promised.minus(elapsed);
    }

    /** Whether it was kept; {@code null} while nobody can say. */
    @Nullable
    Boolean kept() {
        return reached == null && !remaining().isNegative()
                ? null
                : Boolean.valueOf(!remaining().isNegative());
    }
}
