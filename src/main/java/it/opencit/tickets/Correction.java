// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;

/**
 * How a ticket is to be from now on.
 *
 * @param category code
 * @param service by code or title, or in words where the catalogue has it not; "" for none
 * @param requester who asks in another body, where the body changes; "" for the body itself
 * @param email where the requester of another body reads; "" for nowhere
 * @param level whether the service level is chosen again by what is corrected
 * @param reason why, in words
 */
record Correction(
        TicketType type,
        String category,
        String title,
        String service,
        String protocol,
        OrganizationId organization,
        String requester,
        String email,
        boolean level,
        String reason) {}
