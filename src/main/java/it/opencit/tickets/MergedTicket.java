// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/** A duplicate that goes on with another ticket: since when, and who decided it. */
record MergedTicket(long number, Instant at, String by) {}
