// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was done to many tickets together, and how each stood before. */
@Repository
class BatchStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Batch(
            long id,
            String what,
            Instant at,
            String by,
            @Nullable Instant undone) {}

    /** A ticket of it: how it stood and its version after, or why it stayed as it was. */
    record Line(TicketNumber ticket, @Nullable Standing standing, int version, String why) {}

    /** The batch, held until the end of the transaction. */
    Optional<Batch> lock(long id) {
        return find(id, " for update");
    }

    Optional<Batch> find(long id) {
        return find(id, "");
    }

    private Optional<Batch> find(long id, String how) {
        return jdbc.sql("select id, what, done_at, done_by_name, undone_at from tickets.batch where id = :id" + how)
                .param("id", id)
                .query((row, _) -> new Batch(
                        row.getLong("id"),
                        row.getString("what"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getString("done_by_name"),
                        TicketRow.momentOrNull(row, "undone_at")))
                .optional();
    }

    List<Line> lines(long id) {
        return jdbc.sql("""
                        select ticket_id, standing, coalesce(version, 0) as version, why from tickets.batch_line
                         where batch_id = :id order by ticket_id""")
                .param("id", id)
                .query((row, _) -> {
                    String standing = row.getString("standing");
                    return new Line(
                            new TicketNumber(row.getLong("ticket_id")),
                            standing == null ? null : JSON.readValue(standing, Standing.class),
                            row.getInt("version"),
                            row.getString("why"));
                })
                .list();
    }

    long begin(String what, Author by, Instant at) {
        return jdbc.sql("insert into tickets.batch (what, done_at, done_by_name) values (:what, :at, :by) returning id")
                .param("what", what)
                .param("at", TicketStore.at(at))
                .param("by", by.name())
                .query(Long.class)
                .single();
    }

    /**
     * Keeps the tickets of a batch, with the version that each has now.
     *
     * @param why of those that stayed as they were
     */
    void keep(long id, List<Ticket> before, Map<TicketNumber, String> why) {
        List<Long> numbers = new ArrayList<>();
        List<@Nullable String> standings = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Ticket ticket : before) {
            String reason = why.get(ticket.number());
            numbers.add(ticket.number().value());
            standings.add(reason == null ? JSON.writeValueAsString(Standing.of(ticket)) : null);
            reasons.add(Objects.requireNonNullElse(reason, ""));
        }
        jdbc.sql("""
                        insert into tickets.batch_line (batch_id, ticket_id, standing, version, why)
                        select :batch, t.id, cast(l.standing as jsonb), case when l.why = '' then t.version end, l.why
                          from unnest(cast(:numbers as bigint[]), cast(:standings as text[]), cast(:reasons as text[]))
                                   as l (id, standing, why)
                          join tickets.ticket t on t.id = l.id""")
                .param("batch", id)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("standings", standings.toArray(String[]::new))
                .param("reasons", reasons.toArray(String[]::new))
                .update();
    }

    void undone(long id, Author by, Instant at) {
        jdbc.sql("update tickets.batch set undone_at = :at, undone_by = :by where id = :id")
                .param("at", TicketStore.at(at))
                .param("by", by.username())
                .param("id", id)
                .update();
    }
}
