// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/** What somebody wrote on a ticket. */
record Entry(
        long id,
        Instant at,
        Visibility visibility,
        boolean fromOffice,
        String author,
        String authorName,
        String text) {}
