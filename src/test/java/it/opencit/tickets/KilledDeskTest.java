// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed with {@code kill -9} while tickets come by mail and by the API, the program loses none and doubles none. */
class KilledDeskTest {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int AT_EACH_LIFE = 12;
    private static final int LIVES = 3;

    /** Each of its own: those of the common pool are as few as the processors, and here they all wait. */
    private static final Executor THREADS = Thread.ofVirtual()::start;

    @TempDir
    Path temporary;

    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger port = new AtomicInteger();
    private final AtomicInteger organization = new AtomicInteger();

    private @Nullable Process running;

    /** When something went wrong: it ends its database too. */
    @AfterEach
    void endTheProgram() throws InterruptedException {
        ending.set(true);
        Process program = running;
        if (program != null && program.isAlive()) {
            program.destroy();
            program.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void noTicketIsLostNorDoubled() throws Exception {
        Path home = temporary.resolve("data");
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mail.start();
        GreenMailUser user = mail.setUser("assistenza@cit.example.it", "assistenza", "segreta");
        CompletableFuture<Integer> delivered = new CompletableFuture<>();
        CompletableFuture<Integer> accepted = new CompletableFuture<>();
        for (int life = 1; life <= LIVES; life++) {
            Process program = start(home, mail.getImap().getPort(), life);
            running = program;
            String[] ready = awaitLine(program.inputReader(), RunningDesk.READY).split(" ");
            port.set(Integer.parseInt(ready[1]));
            organization.set(Integer.parseInt(ready[2]));
            if (life == 1) {
                delivered = CompletableFuture.supplyAsync(() -> deliver(user), THREADS);
                accepted = CompletableFuture.supplyAsync(this::call, THREADS);
            }
            try (Connection database = connect(home)) {
                int wanted = AT_EACH_LIFE * life;
                await(() -> count(database, "posta-") >= wanted && count(database, "api-") >= wanted);
                if (life < LIVES) {
                    program.destroyForcibly().waitFor();
                    continue;
                }
                ending.set(true);
                int byMail = delivered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                int byApi = accepted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                await(() -> count(database, "posta-") >= byMail);
                assertThat(titles(database, "posta-")).hasSize(byMail).doesNotHaveDuplicates();
                assertThat(titles(database, "api-")).hasSize(byApi).doesNotHaveDuplicates();
            }
            program.destroy();
            program.waitFor();
        }
        mail.stop();
    }

    /** Puts messages in the mailbox until the end. */
    private int deliver(GreenMailUser user) {
        int number = 0;
        while (!ending.get()) {
            String raw = Letters.plain(
                    RunningDesk.SENDER, "posta-" + number, "<posta-" + number + "@comune.example.it>", "", "Aiuto.");
            try {
                user.deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
            number++;
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        }
        return number;
    }

    /** Opens tickets until the end; one whose answer did not come is asked again with the same key. */
    private int call() {
        String credentials = Base64.getEncoder().encodeToString("operatore:demo".getBytes(StandardCharsets.US_ASCII));
        int number = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ending.get()) {
                String body = """
                        {"type":"FAULT","category":"assistenza","urgency":"HIGH","title":"api-%d","description":"x","organizationId":"%d"}""".formatted(number, organization.get());
                boolean answered = false;
                while (!answered) {
                    try {
                        HttpResponse<String> answer = client.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port.get() + "/api/v1/tickets"))
                                        .timeout(Duration.ofSeconds(20))
                                        .header("Authorization", "Basic " + credentials)
                                        .header("Content-Type", "application/json")
                                        .header("Idempotency-Key", "key-" + number)
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                        answered = answer.statusCode() == 201;
                        if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
                            throw new AssertionError(answer.body());
                        }
                    } catch (IOException killedMeanwhile) {
                        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    }
                }
                number++;
            }
            return number;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return number;
        }
    }

    private static Process start(Path home, int imap, int life) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunningDesk.class.getName(),
                        home.toString(),
                        Integer.toString(imap),
                        "assistenza",
                        Integer.toString(life))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        return process;
    }

    private static String awaitLine(BufferedReader reader, String words) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(words)) {
                CompletableFuture.runAsync(
                        () -> reader.lines().forEach(_ -> {}), THREADS); // that it never waits to be read
                return line;
            }
        }
        throw new AssertionError("Never said \"" + words + "\"");
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) throws SQLException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("it never came to pass").isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static int count(Connection database, String beginning) throws SQLException {
        return titles(database, beginning).size();
    }

    private static List<String> titles(Connection database, String beginning) throws SQLException {
        List<String> titles = new ArrayList<>();
        try (var found = database.createStatement()
                .executeQuery("select title from tickets.ticket where title like '" + beginning + "%'")) {
            while (found.next()) {
                titles.add(found.getString(1));
            }
        }
        return titles;
    }

    /** As the superuser of the embedded server, who sees every row. */
    private static Connection connect(Path home) throws IOException, SQLException {
        String server = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(home.resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + server + "/opencit", "postgres", password);
    }
}
