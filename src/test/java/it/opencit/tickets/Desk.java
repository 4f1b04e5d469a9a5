// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierDetails;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies and tickets of a centre of the tests' own, new for each test since all share one database. */
final class Desk {

    static final String CENTRE = "sportello";
    static final Author ANNA = new Author("anna", "Anna Valenti", true);
    static final Author ELENA = new Author("elena", "Elena Riva", false);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Desk() {}

    static OrganizationId body(Organizations organizations) {
        return organizations.add(
                OrganizationDetails.of(OrganizationKind.COMUNE, "Roccaverde " + NUMBER.incrementAndGet()));
    }

    static SupplierId supplier(Suppliers suppliers) {
        return suppliers.add(SupplierDetails.named("Rete Srl " + NUMBER.incrementAndGet()));
    }

    static NewTicket asked(OrganizationId body, String title) {
        return asked(body, title, "Elena Riva", "elena@roccaverde.example.it");
    }

    static NewTicket asked(OrganizationId body, String title, String requester, String email) {
        return new NewTicket(
                TicketType.FAULT,
                "assistenza",
                Urgency.MEDIUM,
                title,
                "Non si stampa più nulla da questa mattina.",
                body,
                requester,
                email);
    }

    /** The same, as urgent as that. */
    static NewTicket urgent(Urgency urgency, NewTicket asked) {
        return new NewTicket(
                asked.type(),
                asked.category(),
                urgency,
                asked.title(),
                asked.description(),
                asked.organization(),
                asked.requester(),
                asked.email());
    }
}
