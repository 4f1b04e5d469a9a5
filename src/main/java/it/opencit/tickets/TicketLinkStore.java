// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tickets have to do with each other. */
@Repository
class TicketLinkStore {

    private final JdbcClient jdbc;

    TicketLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TicketNumber> parent(TicketNumber number) {
        return jdbc.sql("select other_id from tickets.ticket_link where ticket_id = :id and kind = 'CHILD'")
                .param("id", number.value())
                .query((row, _) -> new TicketNumber(row.getLong(1)))
                .optional();
    }

    /** Those that are part of a common fault, by number. */
    List<TicketNumber> children(TicketNumber number) {
        return jdbc.sql("select ticket_id from tickets.ticket_link where other_id = :id and kind = 'CHILD' order by 1")
                .param("id", number.value())
                .query((row, _) -> new TicketNumber(row.getLong(1)))
                .list();
    }

    /** Those among some that are part of a common fault, or are one. */
    Set<TicketNumber> inFaults(Collection<TicketNumber> numbers) {
        return jdbc
                .sql("""
                        select ticket_id from tickets.ticket_link where kind = 'CHILD' and ticket_id = any (:ids)
                        union select other_id from tickets.ticket_link where kind = 'CHILD' and other_id = any (:ids)""")
                .param("ids", ids(numbers))
                .query((row, _) -> new TicketNumber(row.getLong(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Those among some that are linked to a ticket already. */
    List<TicketNumber> linked(TicketNumber number, Collection<TicketNumber> others) {
        return jdbc.sql("""
                        select other_id from tickets.ticket_link where ticket_id = :id and other_id = any (:ids)
                        union select ticket_id from tickets.ticket_link where other_id = :id and ticket_id = any (:ids)
                        order by 1""")
                .param("id", number.value())
                .param("ids", ids(others))
                .query((row, _) -> new TicketNumber(row.getLong(1)))
                .list();
    }

    /** Links each of some to another: as part of it, or only as having to do with it. */
    void add(Collection<TicketNumber> numbers, TicketNumber other, boolean child, Instant at) {
        jdbc.sql("""
                        insert into tickets.ticket_link (ticket_id, other_id, kind, linked_at)
                        select id, :other, :kind, :at from unnest(cast(:ids as bigint[])) as n (id)""")
                .param("ids", ids(numbers))
                .param("other", other.value())
                .param("kind", child ? "CHILD" : "RELATED")
                .param("at", TicketStore.at(at))
                .update();
    }

    /** Whether there was a link to take away. */
    boolean remove(TicketNumber one, TicketNumber other) {
        return jdbc.sql("""
                        delete from tickets.ticket_link
                         where ticket_id = :one and other_id = :other or ticket_id = :other and other_id = :one""")
                        .param("one", one.value())
                        .param("other", other.value())
                        .update()
                > 0;
    }

    private static Long[] ids(Collection<TicketNumber> numbers) {
        return numbers.stream().map(TicketNumber::value).toArray(Long[]::new);
    }
}
