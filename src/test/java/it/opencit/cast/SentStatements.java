// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what is sent to the database, as {@link JdbcTemplate} tells its log. */
public final class SentStatements {

    private SentStatements() {}

    /** How many statements this thread sends while it does some work; those that begin and end transactions apart. */
    public static int during(Runnable work) {
        Thread mine = Thread.currentThread();
        AtomicInteger sent = new AtomicInteger();
        var counting = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getMessage().startsWith("Executing prepared SQL statement")
                        && Thread.currentThread() == mine) {
                    sent.incrementAndGet();
                }
            }
        };
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = log.getLevel();
        boolean additive = log.isAdditive();
        counting.start();
        log.addAppender(counting);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            log.detachAppender(counting);
            log.setAdditive(additive);
            log.setLevel(before);
        }
        return sent.get();
    }
}
