// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reason of an act, for rows that do not hold it themselves: the audit trail keeps it beside what changed. */
@Component
public class Why {

    private final JdbcClient jdbc;

    Why(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Does some work of the current transaction for a reason. When the work fails the transaction does too, and forgets it.
     *
     * @param reason a sentence in Italian; "" when nobody gave one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void because(String reason, Runnable work) {
        say(reason);
        work.run();
        say("");
    }

    private void say(String reason) {
        jdbc.sql("select set_config('opencit.why', :reason, true)")
                .param("reason", reason)
                .query(String.class)
                .single();
    }
}
