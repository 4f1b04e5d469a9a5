// SPDX-License-Identifier: EUPL-1.2
package it.opencit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads the public site of Brescia with many clients at once, before and after thousands of contents were published. Run by
 * {@code bench/portal}. Sends only to this machine.
 */
final class SiteBench {

    private static final String[] WORDS = {"firma", "pagamenti", "protocollo", "accessibilita", "certificati"};

    /** Runs as the owner of the database: half news, half pages, each with a text of some length. */
    private static final String[] GENERATOR = {
        "select set_config('opencit.centre', (select id from centres.centre where code = 'brescia')::text, false)",
        """
        insert into portal.content (kind, section, slug, state, published, published_at, changed_at, title, summary, document)
        select case when n % 2 = 0 then 'NEWS' else 'PAGE' end, case when n % 2 = 0 then '' else 'ASSISTENZA' end, 'prova-' || n,
               'PUBLISHED', 1, now() - make_interval(hours => n), now() - make_interval(hours => n), 'Prova numero ' || n,
               'Sintesi della prova ' || n,
               to_tsvector('portal.italian', 'Prova numero ' || n || ' sui pagamenti, la firma e i certificati del protocollo')
          from generate_series(1, :number) n""",
        """
        insert into portal.content_version (content_id, number, title, summary, body, author_name, at)
        select id, 1, title, summary,
               repeat('Un testo **abbastanza lungo** con [un collegamento](/servizi) e un elenco:' || E'\\n\\n- uno\\n- due\\n\\n', 12),
               'Prova', now()
          from portal.content where slug like 'prova-%' and latest = 1
            and not exists (select from portal.content_version v where v.centre_id = content.centre_id and v.content_id = content.id)""",
        "vacuum analyze portal.content",
        "vacuum analyze portal.content_version"
    };

    private final int port;
    private final int clients;
    private final int seconds;
    private boolean met = true;

    private SiteBench(int port, int clients, int seconds) {
        this.port = port;
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Arguments: data directory, port, contents to add, clients, seconds for each measure. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        int number = Integer.parseInt(arguments[2]);
        SiteBench bench = new SiteBench(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        bench.measureAll("as founded", _ -> "/novita/manutenzione-protocollo");
        fill(Path.of(arguments[0]), number);
        bench.measureAll("+ " + number, random -> "/novita/prova-" + 2 * (1 + random.nextInt(number / 2)));
        System.exit(bench.met ? 0 : 1);
    }

    private void measureAll(String when, Function<SplittableRandom, String> news)
            throws IOException, InterruptedException, ExecutionException {
        measure(when, "home", 20, _ -> "/");
        measure(when, "catalogue", 20, _ -> "/servizi");
        measure(when, "sheet", 20, _ -> "/servizi/pagopa");
        measure(when, "list of news", 20, _ -> "/novita");
        measure(when, "one of the news", 20, news);
        measure(
                when,
                "search",
                50,
                random -> "/cerca?q=" + WORDS[random.nextInt(WORDS.length)] + "+" + random.nextInt(1_000));
    }

    private static void fill(Path directory, int number) throws IOException, SQLException {
        String port = Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(directory.resolve("postgres.password")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/opencit", "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String step : GENERATOR) {
                statement.execute(step.replace(":number", Integer.toString(number)));
            }
        }
    }

    private void measure(String when, String name, int target, Function<SplittableRandom, String> address)
            throws IOException, InterruptedException, ExecutionException {
        run(address); // until the hot code is compiled
        long start = System.nanoTime();
        double[] times = run(address);
        double elapsed = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        double p95 = times[(int) Math.ceil(times.length * 0.95) - 1];
        met &= p95 < target;
        System.out.printf(
                "%-12s %-18s %d clients: %7.0f a second, p50 %6.1f ms, p95 %6.1f ms, max %6.1f ms; target %d ms: %s%n",
                when,
                name,
                clients,
                times.length / elapsed,
                times[times.length / 2],
                p95,
                times[times.length - 1],
                target,
                p95 < target ? "met" : "MISSED");
    }

    private double[] run(Function<SplittableRandom, String> address)
            throws IOException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                var client = new LeanClient(port, "brescia.localhost:" + port, "");
                var random = new SplittableRandom(42 + i);
                all.add(threads.submit(() -> {
                    List<Double> times = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        String asked = address.apply(random);
                        long start = System.nanoTime();
                        int status = client.get(asked);
                        times.add((System.nanoTime() - start) / 1e6);
                        if (status != 200) {
                            throw new IllegalStateException(asked + " answered " + status);
                        }
                    }
                    return times;
                }));
            }
            List<Double> times = new ArrayList<>();
            for (Future<List<Double>> one : all) {
                times.addAll(one.get());
            }
            return times.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
