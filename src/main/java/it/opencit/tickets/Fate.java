// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of an incoming message. */
sealed interface Fate {

    /** It opens a ticket of a body. */
    record Opens(OrganizationId body) implements Fate {}

    /** It goes on a ticket, as what its sender writes there. */
    record Follows(TicketNumber ticket) implements Fate {}

    /** Its sender, who writes for many bodies, is asked for which. */
    record Asks(List<OrganizationId> bodies) implements Fate {}

    /** It waits for somebody to look at it. */
    record Kept(QuarantineReason reason) implements Fate {}

    /** A PEC receipt: it is recorded. */
    record Receipt() implements Fate {}

    /** It came before. */
    record Duplicate() implements Fate {}

    /** The ticket to whose thread a message belongs. */
    record Thread(TicketNumber ticket, boolean open, boolean ofSender) {}

    /**
     * What is known about a message.
     *
     * @param whole whether it was kept whole
     * @param cameBefore whether a message of the same identifier and sender was worked
     * @param staff whether the sender works for the centre
     * @param bodies for which the sender writes
     * @param chosen the body the sender chose when it was asked
     */
    record Facts(
            boolean whole,
            boolean cameBefore,
            boolean staff,
            Optional<Thread> thread,
            List<OrganizationId> bodies,
            @Nullable OrganizationId chosen) {}

    /** The fate of a message: the first line that holds. */
    static Fate of(Letter letter, Facts facts) {
        if (facts.cameBefore()) {
            return new Duplicate();
        }
        return switch (letter.nature()) {
            case PEC_RECEIPT -> new Receipt();
            case PEC_ANOMALY -> new Kept(QuarantineReason.PEC_ANOMALY);
            case OWN -> new Kept(QuarantineReason.OWN);
            case REPORT -> new Kept(QuarantineReason.REPORT);
            case ABSENCE -> new Kept(QuarantineReason.ABSENCE);
            case AUTOMATIC -> new Kept(QuarantineReason.AUTOMATIC);
            case ORDINARY -> ofPerson(letter, facts);
        };
    }

    private static Fate ofPerson(Letter letter, Facts facts) {
        if (letter.sender().isEmpty()) {
            return new Kept(QuarantineReason.NO_SENDER);
        }
        if (!facts.whole()) {
            return new Kept(QuarantineReason.OVERSIZED);
        }
        if (!letter.readable()) {
            return new Kept(QuarantineReason.UNREADABLE);
        }
        if (facts.staff()) {
            return new Kept(QuarantineReason.STAFF);
        }
        if (letter.text().isBlank()
                && letter.subject().isBlank()
                && letter.enclosed().isEmpty()) {
            return new Kept(QuarantineReason.EMPTY);
        }
        Thread thread = facts.thread().orElse(null);
        if (thread != null) {
            return !thread.ofSender()
                    ? new Kept(QuarantineReason.STRANGER)
                    : thread.open() ? new Follows(thread.ticket()) : new Kept(QuarantineReason.CLOSED);
        }
        if (facts.bodies().isEmpty()) {
            return new Kept(QuarantineReason.UNKNOWN_SENDER);
        }
        OrganizationId chosen = facts.chosen();
        if (chosen != null && facts.bodies().contains(chosen)) {
            return new Opens(chosen);
        }
        return facts.bodies().size() == 1 ? new Opens(facts.bodies().getFirst()) : new Asks(facts.bodies());
    }
}
