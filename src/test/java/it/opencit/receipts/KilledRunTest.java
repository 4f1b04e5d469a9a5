// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dues run whose process is killed in the middle, with {@code kill -9}, leaves nothing; started again it is whole. */
class KilledRunTest {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path temporary;

    @Test
    void aRunKilledInTheMiddleAndStartedAgainEqualsOneThatWasNot() throws Exception {
        Path home = temporary.resolve("data");
        Process killed = start(home);
        awaitLine(killed.inputReader(), RunningDues.READY);
        try (Connection database = connect(home)) {
            database.setAutoCommit(false);
            // the gaps are written after the lines: whoever waits for their table is in the middle
            database.createStatement().execute("lock table receipts.due_gap in access exclusive mode");
            killed.outputWriter().append("go\n").flush();
            awaitSomebodyWaiting(database);
            assertThat(count(database, "receipts.due_line"))
                    .as("lines that are not committed are not seen")
                    .isZero();
            killed.destroyForcibly().waitFor();
        }

        Process again = start(home);
        awaitLine(again.inputReader(), RunningDues.READY);
        try (Connection database = connect(home)) {
            assertThat(count(database, "receipts.dues_run")).isZero();
            assertThat(count(database, "receipts.due_line")).isZero();
        }
        again.outputWriter().append("go\n").flush();
        String restarted = awaitLine(again.inputReader(), RunningDues.COMPUTED);
        String unhurt;
        try (Connection database = connect(home)) {
            List<String> first = lines(database);
            assertThat(first).hasSize(RunningDues.BODIES);
            for (String table : List.of("due_line", "due_gap", "dues_change", "dues_run")) {
                database.createStatement().execute("delete from receipts." + table);
            }
            again.outputWriter().append("go\n").flush();
            unhurt = awaitLine(again.inputReader(), RunningDues.COMPUTED);
            assertThat(lines(database)).isEqualTo(first);
        }
        assertThat(restarted).isEqualTo(unhurt);
        again.toHandle().destroy();
        again.waitFor();
    }

    private static Process start(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunningDues.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        return process;
    }

    private static String awaitLine(BufferedReader reader, String words) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("Never said \"" + words + "\"");
    }

    private static void awaitSomebodyWaiting(Connection database) throws SQLException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            try (var found = database.createStatement()
                    .executeQuery("select count(*) from pg_locks where not granted"
                            + " and relation = 'receipts.due_gap'::regclass")) {
                found.next();
                if (found.getInt(1) > 0) {
                    return;
                }
            }
        }
        throw new AssertionError("The run never came to its gaps");
    }

    /** As the superuser of the embedded server, who sees every row. */
    private static Connection connect(Path home) throws IOException, SQLException {
        String port = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(home.resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/opencit", "postgres", password);
    }

    private static long count(Connection database, String table) throws SQLException {
        try (var found = database.createStatement().executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static List<String> lines(Connection database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var found = database.createStatement()
                .executeQuery(
                        "select key, payer, owed, net, vat, amount, print, why from receipts.due_line order by key")) {
            while (found.next()) {
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= 8; column++) {
                    line.append(found.getString(column)).append('|');
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
