// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.documents.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes on a ticket, and what goes with it.
 *
 * @param then the state that follows; {@code null} to stay
 * @param given who has it with the new state; {@code null} leaves who had it, or gives it to who acts
 * @param files kept already
 * @param filesFor who reads the files
 */
record Message(
        Visibility visibility,
        String text,
        @Nullable TicketState then,
        @Nullable Assignee given,
        List<FileId> files,
        Visibility filesFor) {

    Message {
        files = List.copyOf(files);
    }

    /** Words alone. */
    static Message of(Visibility visibility, String text, @Nullable TicketState then) {
        return new Message(visibility, text, then, null, List.of(), visibility);
    }

    Message givenTo(@Nullable Assignee somebody) {
        return new Message(visibility, text, then, somebody, files, filesFor);
    }

    Message goingOn(@Nullable TicketState next) {
        return new Message(visibility, text, next, given, files, filesFor);
    }

    Message with(List<FileId> kept) {
        return new Message(visibility, text, then, given, kept, filesFor);
    }

    /** The files stay in the office, whoever reads the words. */
    Message withFilesInside() {
        return new Message(visibility, text, then, given, files, Visibility.INTERNAL);
    }
}
