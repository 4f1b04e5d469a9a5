// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.subscriptions.RequestId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which ticket each request about a service travels as. */
@Repository
class ServiceRequestStore {

    private final JdbcClient jdbc;

    ServiceRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ticket by its number, and where it stands. */
    record Standing(TicketNumber number, TicketState state) {}

    /** @param renewedYear for a renewal; {@code null} for what else is asked */
    void add(RequestId request, TicketNumber ticket, OrganizationId body, @Nullable Integer renewedYear) {
        jdbc.sql("""
                        insert into tickets.service_request (request_id, ticket_id, organization_id, renewed_year)
                        values (:request, :ticket, :body, :year)""")
                .param("request", request.value())
                .param("ticket", ticket.value())
                .param("body", body.value())
                .param("year", renewedYear)
                .update();
    }

    Optional<TicketNumber> ticketOf(RequestId request) {
        return jdbc.sql("select ticket_id from tickets.service_request where request_id = :request")
                .param("request", request.value())
                .query((row, _) -> new TicketNumber(row.getLong("ticket_id")))
                .optional();
    }

    /** Whether a ticket is about a request that a body made for a service. */
    boolean has(TicketNumber number) {
        return jdbc.sql("select exists (select from tickets.service_request where ticket_id = :ticket)")
                .param("ticket", number.value())
                .query(Boolean.class)
                .single();
    }

    /** The ticket that tells what a body renewed for a year. */
    Optional<TicketNumber> renewals(OrganizationId body, int year) {
        return jdbc.sql("""
                        select ticket_id from tickets.service_request
                         where organization_id = :body and renewed_year = :year
                         limit 1""")
                .param("body", body.value())
                .param("year", year)
                .query((row, _) -> new TicketNumber(row.getLong("ticket_id")))
                .optional();
    }

    Map<RequestId, Standing> of(Collection<RequestId> requests) {
        Map<RequestId, Standing> found = new HashMap<>();
        jdbc.sql("""
                        select r.request_id, t.id, t.state
                          from tickets.service_request r
                          join tickets.ticket t on t.centre_id = r.centre_id and t.id = r.ticket_id
                         where r.request_id = any (:requests)""")
                .param("requests", requests.stream().map(RequestId::value).toArray(Long[]::new))
                .query((row, _) -> found.put(
                        new RequestId(row.getLong("request_id")),
                        new Standing(new TicketNumber(row.getLong("id")), TicketState.valueOf(row.getString("state")))))
                .list();
        return found;
    }
}
