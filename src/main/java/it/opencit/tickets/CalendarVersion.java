// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/**
 * A working calendar as it was adopted; it is never changed.
 *
 * @param number from 1, by centre
 * @param reason why it was adopted; "" for the first
 * @param adoptedBy user name
 */
record CalendarVersion(
        long id, int number, WorkingCalendar hours, String reason, Instant adoptedAt, String adoptedBy) {}
