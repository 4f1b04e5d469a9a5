// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who opens a ticket never waits for who is opening another; each centre counts its own from one. */
@OpenCitTest
class OpeningTogetherTest {

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTicketIsOpenedWhileAnotherIsNotYetKept() {
        OrganizationId body = cast.at(Desk.CENTRE, () -> Desk.body(organizations));
        cast.at(Desk.CENTRE, () -> tickets.open(Desk.asked(body, "La prima di sempre"), Desk.ELENA));

        cast.at(Desk.CENTRE, () -> {
            TicketNumber first = tickets.open(Desk.asked(body, "La stampante non va"), Desk.ELENA);
            TicketNumber second = CompletableFuture.supplyAsync(() -> cast.at(Desk.CENTRE, () -> {
                        jdbc.sql("select set_config('lock_timeout', '5s', true)")
                                .query(String.class)
                                .single();
                        return tickets.open(Desk.asked(body, "La rete non va"), Desk.ANNA);
                    }))
                    .join();
            assertThat(second.value()).isGreaterThan(first.value());
        });
    }

    @Test
    void eachCentreCountsItsOwn() {
        OrganizationId here = cast.at("contano", () -> Desk.body(organizations));

        assertThat(cast.at("contano", () -> tickets.open(Desk.asked(here, "La stampante non va"), Desk.ELENA))
                        .value())
                .isEqualTo(1);
        assertThat(cast.at("contano", () -> tickets.open(Desk.asked(here, "Nemmeno la rete"), Desk.ELENA))
                        .value())
                .isEqualTo(2);
    }
}
