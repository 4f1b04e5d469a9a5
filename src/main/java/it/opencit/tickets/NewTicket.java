// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;

/**
 * What is needed to open a ticket.
 *
 * @param category code
 * @param requester name of the person who asks
 * @param email where that person reads of the answers; "" when not known
 * @param service the service concerned, by code or title; "" for none
 * @param protocol number and date of the letter it came with; "" for none
 */
public record NewTicket(
        TicketType type,
        String category,
        Urgency urgency,
        String title,
        String description,
        OrganizationId organization,
        String requester,
        String email,
        String service,
        String protocol) {}
