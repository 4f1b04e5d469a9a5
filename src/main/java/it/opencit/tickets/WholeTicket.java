// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.subscriptions.RequestId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with all that is told on its page, read at once.
 *
 * @param request about a service, that it travels for; {@code null} for most tickets
 * @param filled what it was opened with; {@code null} where its category had no template
 * @param draft what who reads was writing in answer; "" for nothing
 * @param links tickets that it has to do with; none for who is not of the office
 * @param partOfFault whether it is part of a common fault
 * @param duplicates tickets that were merged into it
 * @param merged those and their own, as far as who looks may see them
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
        List<LinkedTicket> links,
        boolean partOfFault,
        List<MergedTicket> duplicates,
        List<WholeTicket> merged,
        @Nullable RequestId request,
        @Nullable FilledForm filled) {

    /** The same, with what was said on its duplicates. */
    WholeTicket with(List<WholeTicket> wholes) {
        return new WholeTicket(
                ticket,
                sharing,
                entries,
                attachments,
                events,
                ledger,
                tasks,
                draft,
                opinion,
                links,
                partOfFault,
                duplicates,
                List.copyOf(wholes),
                request,
                filled);
    }

    /** It and its duplicates. */
    List<WholeTicket> all() {
        return Stream.concat(Stream.of(this), merged.stream()).toList();
    }

    /** Those that are part of it, when it is a common fault. */
    List<LinkedTicket> children() {
        return links.stream().filter(one -> one.relation() == Relation.CHILD).toList();
    }
}
