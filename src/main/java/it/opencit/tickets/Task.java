// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done for a ticket.
 *
 * @param assigneeName who is to do it; "" for nobody in particular
 * @param blocking whether the ticket is not solved before it is done
 * @param doneAt {@code null} while it is to be done
 */
record Task(
        long id,
        String title,
        String assigneeName,
        @Nullable LocalDate dueOn,
        boolean blocking,
        @Nullable Instant doneAt,
        String doneBy) {}
