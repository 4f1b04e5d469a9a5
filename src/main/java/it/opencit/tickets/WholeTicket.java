// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with all that is told on its page, read at once.
 *
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
        @Nullable Opinion opinion) {}
