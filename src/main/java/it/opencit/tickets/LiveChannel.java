// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.zaxxer.hikari.HikariDataSource;
import it.opencit.access.SignedIn;
import it.opencit.shared.database.Acting;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every process of the installation which tickets changed, by PostgreSQL's LISTEN and NOTIFY on one connection each.
 * A change is told after its transaction, together with the others of the same quarter of a second: a NOTIFY inside it would
 * make the transactions that open tickets wait for one another. Should the process die in between, pages miss one refresh.
 */
@Component
class LiveChannel implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveChannel.class);
    private static final String NAME = "opencit_tickets";
    private static final int ROUND_MILLIS = 250;
    private static final Duration REST = Duration.ofSeconds(5);

    /** Above so many waiting words a centre is told that "many" changed. */
    private static final int MANY = 500;

    /** PostgreSQL takes 8,000 bytes; a character of a name is at most three. */
    private static final int LONGEST = 2_600;

    private final HikariDataSource database;
    private final LiveStreams streams;

    /** Words to say: what, the centre, and the rest, with tabs between. The same word twice is said once. */
    private final Set<String> outgoing = ConcurrentHashMap.newKeySet();

    private volatile boolean running;

    private @Nullable Thread thread;

    LiveChannel(HikariDataSource database, LiveStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    /** A ticket of the current centre changed: said when the transaction, if there is one, has come to its end. */
    void changed(TicketNumber number) {
        long centre = Acting.currentCentre();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            say(outgoing.size() < MANY ? "cambiato\t" + centre + "\t" + number.value() : "molti\t" + centre);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                say(outgoing.size() < MANY ? "cambiato\t" + centre + "\t" + number.value() : "molti\t" + centre);
            }
        });
    }

    /** So many tickets of the current centre changed that they are not said one by one. */
    void manyChanged() {
        say("molti\t" + Acting.currentCentre());
    }

    void arrived(LiveStream stream) {
        say(presence("arrivato", stream));
    }

    void left(LiveStream stream) {
        say(presence("andato", stream));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
            say("uscito\t" + person.centre() + "\t" + person.username());
        }
    }

    private void say(String word) {
        outgoing.add(word);
    }

    private static String presence(String what, LiveStream stream) {
        SignedIn person = stream.person();
        return String.join(
                "\t",
                what,
                Long.toString(person.centre()),
                String.valueOf(stream.ticket()),
                person.username(),
                person.displayName().replaceAll("\\p{Cntrl}", " "));
    }

    @Override
    public void start() {
        running = true; // before the thread looks
        thread = Thread.ofVirtual().name("live").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        streams.endAll(); // the server waits for open requests before it ends
        Thread last = thread;
        if (last != null) {
            LockSupport.unpark(last);
            try {
                last.join(REST); // before the database goes
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (isRunning()) {
            try (Connection connection = connect();
                    Statement listen = connection.createStatement()) {
                listen.execute("listen " + NAME);
                streams.missed();
                PGConnection ears = connection.unwrap(PGConnection.class);
                long beat = System.nanoTime();
                while (isRunning()) {
                    if (System.nanoTime() >= beat) {
                        streams.atWork().forEach(stream -> say(presence("presente", stream)));
                        streams.forgetAbsent();
                        beat = System.nanoTime() + LiveStream.BEAT.toNanos();
                    }
                    speak(connection);
                    hear(ears.getNotifications(ROUND_MILLIS));
                }
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    LOG.warn("Open pages are not told of changes for now: {}", e.getMessage());
                    LockSupport.parkNanos(REST.toNanos());
                }
            }
        }
    }

    /** Apart from the pool: it stays open as long as the program, and never in a transaction. */
    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.getUsername());
        properties.setProperty("password", database.getPassword());
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "OpenCIT live");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void speak(Connection connection) throws SQLException {
        if (outgoing.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(outgoing);
        words.forEach(outgoing::remove); // what is said meanwhile is said again
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            var said = new StringBuilder();
            for (String word : words) {
                if (said.length() + word.length() > LONGEST) {
                    say(notify, said);
                }
                said.append(word).append('\n');
            }
            say(notify, said);
        } catch (SQLException e) {
            outgoing.addAll(words);
            throw e;
        }
    }

    private static void say(PreparedStatement notify, StringBuilder said) throws SQLException {
        notify.setString(1, NAME);
        notify.setString(2, said.toString());
        notify.execute();
        said.setLength(0);
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        Map<Long, Set<Long>> changed = new HashMap<>();
        Set<Long> many = new HashSet<>();
        for (PGNotification notification : notifications) {
            for (String line : notification.getParameter().split("\n")) {
                String[] word = line.split("\t");
                long centre = Long.parseLong(word[1]);
                switch (word[0]) {
                    case "cambiato" ->
                        changed.computeIfAbsent(centre, _ -> new HashSet<>()).add(Long.valueOf(word[2]));
                    case "molti" -> many.add(centre);
                    case "uscito" -> streams.signedOut(centre, word[2]);
                    case "arrivato" -> streams.arrived(centre, Long.parseLong(word[2]), word[3], word[4]);
                    case "presente" -> streams.stays(centre, Long.parseLong(word[2]), word[3], word[4]);
                    case "andato" -> streams.left(centre, Long.parseLong(word[2]), word[3]);
                    default -> LOG.debug("A newer process says {}", word[0]);
                }
            }
        }
        many.forEach(centre -> changed.put(centre, Set.of()));
        changed.forEach(streams::changed);
    }
}
