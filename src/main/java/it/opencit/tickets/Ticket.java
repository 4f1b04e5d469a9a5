// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands.
 *
 * @param category identifier of the category
 * @param level identifier of the version of the promise
 * @param username of the requester, where it is a person who signs in
 * @param email of the requester; "" when not known
 * @param service code of the one concerned, or words; "" for none
 * @param takeDue when it is to be taken in charge; {@code null} while the clock stands
 * @param solutionDue when it is to be solved; {@code null} while the clock stands
 * @param mergedInto the ticket with which a duplicate goes on
 */
record Ticket(
        TicketNumber number,
        TicketType type,
        long category,
        Urgency urgency,
        TicketState state,
        String title,
        String description,
        OrganizationId organization,
        String requester,
        @Nullable String username,
        String email,
        String service,
        String protocol,
        @Nullable Assignee assignee,
        Instant opened,
        String openedBy,
        Instant changed,
        @Nullable Instant taken,
        @Nullable Instant solved,
        @Nullable Instant closed,
        @Nullable Instant takeDue,
        @Nullable Instant solutionDue,
        long level,
        int version,
        @Nullable TicketNumber mergedInto) {

    /** The same with what was corrected of it. */
    Ticket corrected(
            TicketType newType,
            long newCategory,
            String newTitle,
            String newService,
            String newProtocol,
            OrganizationId body,
            String newRequester,
            @Nullable String newUsername,
            String newEmail) {
        return new Ticket(
                number,
                newType,
                newCategory,
                urgency,
                state,
                newTitle,
                description,
                body,
                newRequester,
                newUsername,
                newEmail,
                newService,
                newProtocol,
                assignee,
                opened,
                openedBy,
                changed,
                taken,
                solved,
                closed,
                takeDue,
                solutionDue,
                level,
                version,
                mergedInto);
    }

    /** The same, merged into no other. */
    Ticket apart() {
        return new Ticket(
                number,
                type,
                category,
                urgency,
                state,
                title,
                description,
                organization,
                requester,
                username,
                email,
                service,
                protocol,
                assignee,
                opened,
                openedBy,
                changed,
                taken,
                solved,
                closed,
                takeDue,
                solutionDue,
                level,
                version,
                null);
    }
}
