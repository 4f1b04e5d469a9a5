// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was tried in the public pages in the last hours. */
@Repository
class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more in this hour, and says whether it is within the limit; beyond it nothing is written. */
    boolean within(int limit, String who, Instant now) {
        return jdbc.sql("""
                        insert into tickets.attempt as a (who, hour, number) values (:who, :hour, 1)
                        on conflict (centre_id, who, hour) do update set number = a.number + 1 where a.number < :limit""")
                        .param("who", who)
                        .param("hour", Objects.requireNonNull(TicketStore.at(now.truncatedTo(ChronoUnit.HOURS))))
                        .param("limit", limit)
                        .update()
                > 0;
    }

    /** Spends a form, and says whether it was still good; those that have expired are forgotten. */
    boolean spend(long form, Instant expires, Instant now) {
        jdbc.sql("delete from tickets.spent_form where expires < :now")
                .param("now", TicketStore.at(now))
                .update();
        jdbc.sql("delete from tickets.attempt where hour < :before")
                .param("before", TicketStore.at(now.minus(2, ChronoUnit.HOURS)))
                .update();
        return jdbc.sql(
                                "insert into tickets.spent_form (number, expires) values (:form, :expires) on conflict do nothing")
                        .param("form", form)
                        .param("expires", TicketStore.at(expires))
                        .update()
                > 0;
    }
}
