// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests that came with an {@code Idempotency-Key}. */
@Repository
class RepeatedRequestStore {

    private final JdbcClient jdbc;

    RepeatedRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a key for this transaction; when another one holds it, waits for its end. Empty when the key is known.
     *
     * @param forgetBefore keys older than this are forgotten on the way
     */
    Optional<Long> take(String key, String digest, Instant forgetBefore) {
        jdbc.sql("delete from opencit.repeated_request where asked_at < :limit")
                .param("limit", forgetBefore.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                        insert into opencit.repeated_request (key, digest) values (:key, :digest)
                        on conflict (centre_id, actor, key) do nothing
                        returning id""")
                .param("key", key)
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }

    Optional<RepeatedRequest> find(String key) {
        return jdbc.sql("""
                        select id, digest, status, content_type, location, answer from opencit.repeated_request
                         where actor = opencit.current_actor() and key = :key""")
                .param("key", key)
                .query((row, _) -> new RepeatedRequest(
                        row.getLong("id"),
                        row.getString("digest"),
                        row.getObject("status", Integer.class),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("answer")))
                .optional();
    }

    void answered(long id, int status, @Nullable String contentType, @Nullable String location, byte[] answer) {
        jdbc.sql("""
                        update opencit.repeated_request
                           set status = :status, content_type = :contentType, location = :location, answer = :answer
                         where id = :id""")
                .param("id", id)
                .param("status", status)
                .param("contentType", contentType)
                .param("location", location)
                .param("answer", answer)
                .update();
    }
}
