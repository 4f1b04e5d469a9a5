// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How clear readers found the pages. */
@Repository
class RatingStore {

    private final JdbcClient jdbc;

    RatingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String path, String language, int stars, Instant at) {
        return jdbc.sql("""
                        insert into portal.rating (path, language, stars, at) values (:path, :language, :stars, :at)
                        returning id""")
                .param("path", path)
                .param("language", language)
                .param("stars", stars)
                .param("at", ContentStore.at(at))
                .query(Long.class)
                .single();
    }

    Optional<Rating> find(long id) {
        return jdbc.sql("select id, path, stars, reason from portal.rating where id = :id")
                .param("id", id)
                .query((row, _) -> new Rating(
                        row.getLong("id"), row.getString("path"), row.getInt("stars"), row.getString("reason")))
                .optional();
    }

    /** Says why, once: what was said before stays. */
    void explain(long id, Rating.Reason reason, String comment) {
        jdbc.sql("update portal.rating set reason = :reason, comment = :comment where id = :id and reason = ''")
                .param("id", id)
                .param("reason", reason.name())
                .param("comment", comment)
                .update();
    }
}
