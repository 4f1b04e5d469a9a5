// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that came to a mailbox, as it is kept.
 *
 * @param whole false when it was too large: its headers remain
 * @param reason why it is in quarantine; {@code null} when it never was
 * @param detail why it was discarded, or what went wrong; "" for neither
 * @param sender address; "" when it is not worked yet or has none
 * @param workedBy user name of who decided; {@code null} while nobody did
 */
record Incoming(
        long id,
        Instant received,
        long size,
        boolean whole,
        IncomingState state,
        @Nullable QuarantineReason reason,
        String detail,
        String sender,
        String senderName,
        String subject,
        @Nullable TicketNumber ticket,
        @Nullable Instant worked,
        @Nullable String workedBy) {}
