// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts, each of one person. */
@Repository
class DraftStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String username, @Nullable TicketNumber ticket, Map<String, String> fields, Instant at) {
        jdbc.sql("""
                        insert into tickets.draft (username, ticket_id, saved_at, fields)
                        values (:username, :ticket, :at, cast(:fields as jsonb))
                        on conflict (centre_id, username, ticket_id) do update
                           set saved_at = excluded.saved_at, fields = excluded.fields""")
                .param("username", username)
                .param("ticket", ticket == null ? null : ticket.value())
                .param("at", TicketStore.at(at))
                .param("fields", JSON.writeValueAsString(fields).replace("\\u0000", ""))
                .update();
    }

    /** Of a new ticket. */
    Map<String, String> find(String username) {
        return jdbc.sql("select fields from tickets.draft where username = :username and ticket_id is null")
                .param("username", username)
                .query((row, _) -> JSON.readValue(row.getString("fields"), FIELDS))
                .optional()
                .orElse(Map.of());
    }

    void forget(String username, @Nullable TicketNumber ticket) {
        jdbc.sql("delete from tickets.draft where username = :username and ticket_id is not distinct from :ticket")
                .param("username", username)
                .param("ticket", ticket == null ? null : ticket.value())
                .update();
    }
}
