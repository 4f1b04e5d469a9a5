// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Which duplicates go on with another ticket. */
@Repository
class MergeStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A merge that holds.
     *
     * @param standing of the duplicate, before
     * @param audience of the surviving ticket, before
     * @param observers names of those who follow the surviving ticket because of it
     */
    record Merge(
            long id,
            TicketNumber ticket,
            TicketNumber into,
            Instant at,
            Standing standing,
            Audience audience,
            List<String> observers) {}

    Optional<Merge> of(TicketNumber number) {
        return jdbc.sql("select * from tickets.ticket_merge where ticket_id = :ticket and undone_at is null")
                .param("ticket", number.value())
                .query((row, _) -> new Merge(
                        row.getLong("id"),
                        new TicketNumber(row.getLong("ticket_id")),
                        new TicketNumber(row.getLong("into_id")),
                        row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                        JSON.readValue(row.getString("standing"), Standing.class),
                        Audience.valueOf(row.getString("audience")),
                        Arrays.asList((String[]) row.getArray("observers").getArray())))
                .optional();
    }

    /** @param merge without number */
    void keep(Merge merge, Author by) {
        jdbc.sql("""
                        with merged as (
                            insert into tickets.ticket_merge (ticket_id, into_id, merged_at, merged_by_name, standing,
                                                              audience, observers)
                            values (:ticket, :into, :at, :byName, cast(:standing as jsonb), :audience, :observers))
                        update tickets.ticket set merged_into = :into where id = :ticket""")
                .param("ticket", merge.ticket().value())
                .param("into", merge.into().value())
                .param("at", TicketStore.at(merge.at()))
                .param("byName", by.name())
                .param("standing", JSON.writeValueAsString(merge.standing()))
                .param("audience", merge.audience().name())
                .param("observers", merge.observers().toArray(String[]::new))
                .update();
    }

    void undo(Merge merge, Author by, Instant at) {
        jdbc.sql("""
                        with undone as (
                            update tickets.ticket_merge set undone_at = :at, undone_by = :by where id = :id)
                        update tickets.ticket set merged_into = null where id = :ticket""")
                .param("at", TicketStore.at(at))
                .param("by", by.username())
                .param("id", merge.id())
                .param("ticket", merge.ticket().value())
                .update();
    }

    /** The ticket with which one goes on at last: itself when it was not merged. */
    TicketNumber surviving(TicketNumber number) {
        return jdbc.sql("""
                        with recursive way (id, merged_into) as (
                            select id, merged_into from tickets.ticket where id = :id
                            union
                            select t.id, t.merged_into from way join tickets.ticket t on t.id = way.merged_into)
                        select id from way where merged_into is null""")
                .param("id", number.value())
                .query((row, _) -> new TicketNumber(row.getLong(1)))
                .optional()
                .orElse(number);
    }
}
