// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/**
 * A line of a ticket's ledger: from a moment on the clock runs, or stands, by a calendar and for a service level. It holds
 * until the next mark; it is never changed.
 *
 * @param at to the second
 * @param why in Italian
 */
record Mark(Instant at, boolean running, String why, CalendarVersion calendar, ServiceLevel level) {}
