// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.ServiceLevel.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much working time a step of a ticket took, counted by its ledger.
 *
 * @param kept whether within what was promised
 */
record Measure(Instant at, Duration worked, boolean kept) {

    /** Of a step that was done; {@code null} of one that was not. */
    static @Nullable Measure of(Target target, Ticket ticket, Ledger ledger) {
        Instant at = target == Target.SOLUTION ? ticket.solved() : ticket.taken();
        if (at == null) {
            return null;
        }
        Duration worked = ledger.elapsed(at);
        return new Measure(at, worked, worked.compareTo(ledger.levelAt(at).of(target)) <= 0);
    }
}
