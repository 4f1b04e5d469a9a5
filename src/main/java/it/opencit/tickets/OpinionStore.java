// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What requesters think of how their tickets were solved. */
@Repository
class OpinionStore {

    private final JdbcClient jdbc;

    OpinionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Opinion> find(TicketNumber number) {
        return jdbc.sql("select score, text, given_at, changed_at, author from tickets.opinion where ticket_id = :id")
                .param("id", number.value())
                .query((row, _) -> new Opinion(
                        row.getInt("score"),
                        row.getString("text"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("author")))
                .optional();
    }

    void keep(TicketNumber number, int score, String text, Instant now, String author) {
        jdbc.sql("""
                        insert into tickets.opinion (ticket_id, score, text, given_at, changed_at, author)
                        values (:id, :score, :text, :now, :now, :author)
                        on conflict (centre_id, ticket_id) do update
                           set score = excluded.score, text = excluded.text, changed_at = excluded.changed_at,
                               author = excluded.author""")
                .param("id", number.value())
                .param("score", score)
                .param("text", text)
                .param("now", TicketStore.at(now))
                .param("author", author)
                .update();
    }
}
