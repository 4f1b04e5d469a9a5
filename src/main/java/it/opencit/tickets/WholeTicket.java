// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.subscriptions.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with all that is told on its page, read at once.
 *
 * @param request about a service, that it travels for; {@code null} for most tickets
 * @param draft what who reads was writing in answer; "" for nothing
 */
record WholeTicket(
        Ticket ticket,
        Sharing sharing,
        List<Entry> entries,
        List<Attachment> attachments,
        List<TicketEvent> events,
        Ledger ledger,
        List<Task> tasks,
        String draft,
        @Nullable Opinion opinion,
        @Nullable RequestId request) {}
