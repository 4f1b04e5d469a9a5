// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a ticket waits for the digest of who reads one mail a day, unless somebody's work stands still. */
@OpenCitTest
class DigestedTicketTest {

    private static final String CENTRE = "riepilogo-ticket";
    private static final String ELENA = "elena@roccaverde.example.it";

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ordinaryNewsWaitsAndNewsOfABlockingTicketDoesNot() {
        TicketNumber ordinary = cast.at(CENTRE, () -> {
            OrganizationId body = Desk.body(organizations);
            long elena = persons.enrol("elena-" + CENTRE, "Elena Riva", "demo");
            persons.grant(elena, Role.REFERENTE, body.value());
            persons.writeTo(elena, ELENA);
            persons.readDaily(elena, true);
            return tickets.open(Desk.asked(body, "Stampante ferma"), Desk.ANNA);
        });
        cast.at(CENTRE, () -> tickets.write(ordinary, Visibility.PUBLIC, "Si guarda domani", Desk.ANNA));
        assertThat(mails(ordinary))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail).startsWith("GATHERED").endsWith(Addresses.inArea(ordinary)));

        TicketNumber blocking = cast.at(CENTRE, () -> {
            NewTicket asked = Desk.asked(Desk.body(organizations), "Anagrafe ferma");
            return tickets.open(Desk.urgent(Urgency.BLOCKING, asked), Desk.ANNA);
        });
        cast.at(CENTRE, () -> tickets.write(blocking, Visibility.PUBLIC, "Si lavora", Desk.ANNA));
        assertThat(mails(blocking))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail).startsWith("QUEUED"));
    }

    private List<String> mails(TicketNumber number) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select state || ' ' || link from notices.mail where key like :key")
                        .param("key", "ticket-" + number + "-%")
                        .query(String.class)
                        .list());
    }
}
