// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param due when the next promise falls due; {@code null} while the clock stands
 */
record TicketLine(
        TicketNumber number,
        TicketType type,
        long category,
        Urgency urgency,
        TicketState state,
        String title,
        OrganizationId organization,
        String requester,
        @Nullable Assignee assignee,
        Instant opened,
        Instant changed,
        @Nullable Instant due) {}
