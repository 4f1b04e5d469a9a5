// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/**
 * A ticket that has to do with another one: known to the office only, since it may be of another body.
 *
 * @param number of the ticket
 * @param organization identifier of its body
 */
record LinkedTicket(Relation relation, long number, String title, TicketState state, long organization) {}
