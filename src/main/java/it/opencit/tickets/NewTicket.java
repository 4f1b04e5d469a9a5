// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.util.Map;

/**
 * What is needed to open a ticket.
 *
 * @param category code
 * @param requester name of the person who asks
 * @param email where that person reads of the answers; "" when not known
 * @param service the service concerned, by code or title, or in words where the catalogue has it not; "" for none
 * @param protocol number and date of the letter it came with; "" for none
 * @param sharing who sees it
 * @param answers in the own fields of its category, by key
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
        String protocol,
        Sharing sharing,
        Map<String, String> answers) {

    public NewTicket {
        answers = Map.copyOf(answers);
    }

    /** One that concerns no service, came with no letter, and that the whole body sees; its category asks nothing of its own. */
    public NewTicket(
            TicketType type,
            String category,
            Urgency urgency,
            String title,
            String description,
            OrganizationId organization,
            String requester,
            String email) {
        this(
                type,
                category,
                urgency,
                title,
                description,
                organization,
                requester,
                email,
                "",
                "",
                Sharing.WHOLE_BODY,
                Map.of());
    }

    /** The same about a service. */
    public NewTicket about(String concerned) {
        return new NewTicket(
                type,
                category,
                urgency,
                title,
                description,
                organization,
                requester,
                email,
                concerned,
                protocol,
                sharing,
                answers);
    }

    /** The same for who may see it. */
    NewTicket with(Sharing sharing) {
        return new NewTicket(
                type,
                category,
                urgency,
                title,
                description,
                organization,
                requester,
                email,
                service,
                protocol,
                sharing,
                answers);
    }

    /** The same with what was answered in the own fields of its category. */
    NewTicket with(Map<String, String> answers) {
        return new NewTicket(
                type,
                category,
                urgency,
                title,
                description,
                organization,
                requester,
                email,
                service,
                protocol,
                sharing,
                answers);
    }
}
