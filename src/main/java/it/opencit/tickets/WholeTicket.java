// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket with all that is told on its page, read at once. */
record WholeTicket(
        Ticket ticket,
        List<Entry> entries,
        List<Attachment> attachments,
        List<TicketEvent> events,
        Ledger ledger,
        @Nullable Opinion opinion) {}
