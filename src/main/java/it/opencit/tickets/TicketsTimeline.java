// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.TimelineEntry;
import it.opencit.organizations.TimelineSource;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The latest tickets of a body on its timeline; all of them are in the list. */
@Component
class TicketsTimeline implements TimelineSource {

    private static final int LATEST = 20;

    private final TicketStore tickets;

    TicketsTimeline(TicketStore tickets) {
        this.tickets = tickets;
    }

    @Override
    public List<TimelineEntry> of(OrganizationId organization) {
        return tickets.latestOf(organization, LATEST).stream()
                .map(line -> new TimelineEntry(
                        LocalDate.ofInstant(line.opened(), Italian.ROME),
                        "Assistenza",
                        "Ticket " + line.number() + ": " + line.title(),
                        line.state().label(),
                        Addresses.of(line.number())))
                .toList();
    }
}
