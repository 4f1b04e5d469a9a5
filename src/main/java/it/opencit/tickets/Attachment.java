// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/** A file of a ticket. */
record Attachment(
        long file, Instant at, Visibility visibility, boolean fromOffice, String name, long size, String authorName) {}
