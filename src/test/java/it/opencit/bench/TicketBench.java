// SPDX-License-Identifier: EUPL-1.2
package it.opencit.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills the help desk of Brescia with tickets, each with ten entries for a tenth of them and one for the others, then works
 * on it with many clients that signed in as a person does. Run by {@code bench/tickets}. Sends only to this machine.
 */
final class TicketBench {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String TICKETS = "/gestione/assistenza/ticket";
    private static final String[] WORDS = {
        "stampante", "casella", "certificato", "protocollo", "anagrafe", "sportello", "collegamento", "pagamento"
    };

    /** Runs as the owner of the database, without triggers: it invents a past that the program would not accept. */
    private static final String[] GENERATOR = {
        "set session_replication_role = replica",
        "select set_config('opencit.centre', (select id from centres.centre where code = 'brescia')::text, false)",
        """
        create temporary table made as
        select n as id,
               now() - make_interval(secs => (:number - n) * 157.0 + (n * 7919 % 150)) as opened_at,
               case when n > :number - 300 then (array['NEW','ASSIGNED','PLANNED','SUSPENDED','TO_BE_TESTED','SOLVED'])[1 + n % 6]
                    when n % 97 = 0 then 'DELETED' else 'CLOSED' end as state,
               (array['La stampante','La casella','Il certificato','Il protocollo','L''anagrafe','Lo sportello','Il collegamento',
                      'Il pagamento','Il sito','La firma digitale','Il backup','La rete','Il centralino','Il tributo','La delibera',
                      'Il cartellino'])[1 + n * 31 % 16] as what,
               (array['non risponde','è lenta','rifiuta la parola d''ordine','si ferma a metà','mostra un errore','va rinnovata',
                      'va attivata per un ufficio nuovo','non riceve allegati','perde i dati','non parte al mattino',
                      'chiede l''aggiornamento','non si collega'])[1 + n * 17 % 12] as how,
               (array['tributi','demografici','ragioneria','tecnico','polizia locale','segreteria','cultura','sociale','SUAP',
                      'personale','URP'])[1 + n * 13 % 11] as office
          from generate_series(1::bigint, :number) n""",
        """
        insert into tickets.ticket (centre_id, id, opened_at, changed_at, taken_at, solved_at, closed_at, take_due_at,
            solution_due_at, organization_id, category_id, service_level_id, state, type, urgency, assignee_kind, assignee,
            assignee_name, opened_by, requester, title, description)
        select opencit.current_centre(), :before + id, opened_at, opened_at,
               case when state not in ('NEW', 'SUSPENDED') then opened_at + interval '1 hour' end,
               case when state in ('SOLVED', 'CLOSED') then opened_at + interval '2 days' end,
               case when state = 'CLOSED' then opened_at + interval '3 days' end,
               case when state = 'NEW' then opened_at + interval '1 day' end,
               case when state in ('NEW', 'ASSIGNED', 'PLANNED') then opened_at + interval '5 days' end,
               bodies[1 + id * 7 % array_length(bodies, 1)],
               (select min(id) from tickets.category where centre_id = opencit.current_centre()),
               (select min(id) from tickets.service_level where centre_id = opencit.current_centre()),
               state, case when id % 3 = 0 then 'REQUEST' else 'FAULT' end,
               (array['BLOCKING','HIGH','MEDIUM','MEDIUM','MEDIUM','LOW','VERY_LOW'])[1 + id % 7],
               case when state <> 'NEW' then 'PERSON' end, case when state <> 'NEW' then 'operatore' end,
               case when state <> 'NEW' then 'Carla Monti' end, 'ente', 'Ufficio ' || office,
               what || ' ' || how || ', ufficio ' || office,
               what || ' dell''ufficio ' || office || ' ' || how || ' da questa mattina. Abbiamo già provato a riavviare: il problema'
                 || ' resta. Pratica ' || 100000 + id * 37 % 900000 || ', postazione ' || id * 11 % 997 || '.'
          from made,
               (select array_agg(id order by id) as bodies from organizations.organization
                 where centre_id = opencit.current_centre()) every_body""",
        """
        insert into tickets.ticket_text (centre_id, id, opened_at, document)
        select centre_id, id, opened_at,
               setweight(to_tsvector('tickets.italian', id || ' ' || title), 'A')
               || setweight(to_tsvector('tickets.italian', description), 'B')
               || setweight(to_tsvector('tickets.italian', requester), 'C')
          from tickets.ticket where centre_id = opencit.current_centre() and id > :before""",
        """
        insert into tickets.entry (centre_id, ticket_id, at, visibility, from_office, author, author_name, text)
        select opencit.current_centre(), :before + m.id, m.opened_at + make_interval(hours => k),
               case when k % 4 = 3 then 'INTERNAL' else 'PUBLIC' end, k % 4 = 3 or k % 2 = 1, 'operatore', 'Carla Monti',
               'Messaggio ' || k || ': abbiamo controllato ' || lower(m.what) || ' e il registro degli errori. Provate di nuovo'
                 || ' dopo le ' || 8 + k || ', poi fateci sapere se il difetto torna sulla stessa postazione.'
          from made m, generate_series(1, case when m.id % 10 = 0 then 10 else 1 end) k
         order by m.id, k""",
        """
        insert into tickets.segment (centre_id, ticket_id, from_at, running, why, calendar_id, service_level_id)
        select opencit.current_centre(), :before + m.id, m.opened_at + make_interval(hours => k), k = 0,
               case k when 0 then 'Apertura' else 'Risolto' end,
               (select max(id) from tickets.calendar where centre_id = opencit.current_centre()),
               (select min(id) from tickets.service_level where centre_id = opencit.current_centre())
          from made m, generate_series(0, case when m.state in ('SOLVED', 'CLOSED', 'DELETED') then 1 else 0 end) k
         order by m.id, k""",
        """
        insert into tickets.ticket_event (centre_id, ticket_id, at, kind, before, after, actor, actor_name)
        select opencit.current_centre(), :before + m.id, m.opened_at + make_interval(hours => k),
               case k when 0 then 'OPENED' else 'STATE' end, case k when 0 then '' else 'NEW' end,
               case k when 0 then 'NEW' when 1 then 'ASSIGNED' else 'SOLVED' end, 'operatore', 'Carla Monti'
          from made m, generate_series(0, 2) k
         order by m.id, k""",
        """
        insert into tickets.observer (centre_id, ticket_id, name, email)
        select opencit.current_centre(), :before + id, 'Ufficio ' || office, 'ufficio@esempio.it' from made where id % 20 = 0""",
        """
        insert into tickets.task (centre_id, ticket_id, title, blocking)
        select opencit.current_centre(), :before + id, 'Telefonare all''ufficio ' || office, false from made where id % 20 = 0""",
        """
        insert into tickets.ticket_parts (centre_id, ticket_id)
        select opencit.current_centre(), :before + id from made where id % 20 = 0""",
        "select setval(format('tickets.%I', 'number_of_' || opencit.current_centre())::regclass, :before + :number)",
        "delete from tickets.tally where centre_id = opencit.current_centre()",
        "insert into tickets.tally select centre_id, state, 0, count(*) from tickets.ticket"
                + " where centre_id = opencit.current_centre() group by centre_id, state",
        "vacuum analyze tickets.ticket",
        "vacuum analyze tickets.ticket_text",
        "vacuum analyze tickets.entry",
        "vacuum analyze tickets.segment",
        "vacuum analyze tickets.ticket_event",
        "vacuum analyze tickets.observer",
        "vacuum analyze tickets.task",
        "vacuum analyze tickets.ticket_parts"
    };

    private static final String[] FILTERS = {
        "?stato=CLOSED",
        "?stato=SUSPENDED",
        "?urgenza=BLOCKING",
        "?urgenza=VERY_LOW&stato=OPEN",
        "?tipo=REQUEST",
        "?categoria=assistenza",
        "?categoria=segnalazioni-dei-cittadini",
        "?servizio=pagopa",
        "?assegnatario=operatore",
        "?scadenza=oltre",
        "?scadenza=oggi&ordine=DUE",
        "?ordine=OLDEST",
        "?urgenza=HIGH&tipo=FAULT&categoria=assistenza&stato=CLOSED"
    };

    private final URI base;
    private final String host;
    private final int clients;
    private final int seconds;
    private final long number;

    private TicketBench(int port, int clients, int seconds, long number) {
        this.base = URI.create("http://localhost:" + port);
        this.host = "brescia.localhost:" + port;
        this.clients = clients;
        this.seconds = seconds;
        this.number = number;
    }

    /** Arguments: data directory, port, tickets, clients, seconds for each measure. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        long number = Long.parseLong(arguments[2]);
        long start = System.nanoTime();
        Made made = fill(Path.of(arguments[0]), number);
        List<Long> talked = made.talked;
        System.out.printf("%d tickets made in %.0f s%n", number, (System.nanoTime() - start) / 1e9);
        TicketBench bench = new TicketBench(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), number);
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < bench.clients; i++) {
            sessions.add(bench.signIn());
        }
        bench.measure("list of 50 open by date", sessions, (session, _) -> session.client.get(TICKETS + "?stato=OPEN"));
        bench.measure(
                "ticket page with ten entries",
                sessions,
                (session, random) -> session.client.get(TICKETS + "/" + talked.get(random.nextInt(talked.size()))));
        bench.measure(
                "the same with other parts",
                sessions,
                (session, random) ->
                        session.client.get(TICKETS + "/" + made.parts.get(random.nextInt(made.parts.size()))));
        bench.measure(
                "search of two words",
                sessions,
                (session, random) -> session.client.get(TICKETS + "?q=" + WORDS[random.nextInt(WORDS.length)] + "+"
                        + (100_000 + random.nextInt(900_000))));
        bench.measure(
                "search of a common word",
                sessions,
                (session, random) -> session.client.get(TICKETS + "?q=" + WORDS[random.nextInt(WORDS.length)]));
        bench.measure(
                "first page by any filter",
                sessions,
                (session, random) -> session.client.get(TICKETS + FILTERS[random.nextInt(FILTERS.length)]));
        bench.measure(
                "choice of a ticket to link",
                sessions,
                (session, random) -> session.client.get(TICKETS + "/" + talked.get(random.nextInt(talked.size()))
                        + "/collegamenti?q=" + WORDS[random.nextInt(WORDS.length)]));
        bench.export(sessions.getFirst());
        bench.measure("creation", sessions, (session, random) -> bench.create(session, random));
        System.exit(0);
    }

    /**
     * Tickets to look at.
     *
     * @param talked with ten entries
     * @param parts with as many, an observer and a task
     */
    private record Made(List<Long> talked, List<Long> parts) {}

    private static Made fill(Path directory, long number) throws IOException, SQLException {
        String port = Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(directory.resolve("postgres.password")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/opencit", "postgres", password);
                Statement statement = connection.createStatement()) {
            long before;
            try (var last = statement.executeQuery(
                    "select coalesce(max(id), 0) from tickets.ticket where centre_id = (select id from centres.centre where code = 'brescia')")) {
                last.next();
                before = last.getLong(1);
            }
            if (before < number) { // else made by a run before, whose directory was kept
                for (String step : GENERATOR) {
                    statement.execute(
                            step.replace(":number", Long.toString(number)).replace(":before", Long.toString(before)));
                }
            }
            return new Made(talked(statement, "not exists"), talked(statement, "exists"));
        }
    }

    private static List<Long> talked(Statement statement, String parts) throws SQLException {
        List<Long> talked = new ArrayList<>();
        try (var found = statement.executeQuery("select e.ticket_id from tickets.entry e where " + parts
                + " (select from tickets.ticket_parts p where p.centre_id = e.centre_id and p.ticket_id = e.ticket_id)"
                + " group by e.ticket_id having count(*) = 10 order by e.ticket_id")) {
            while (found.next()) {
                talked.add(found.getLong(1));
            }
        }
        return talked;
    }

    private record Session(LeanClient client, String cookie, String token, long body) {}

    @FunctionalInterface
    private interface Request {
        int send(Session session, SplittableRandom random) throws IOException, InterruptedException;
    }

    private void measure(String name, List<Session> sessions, Request request)
            throws InterruptedException, ExecutionException {
        int rounds = warmUp(sessions, request);
        long start = System.nanoTime();
        double[] times = run(sessions, request, seconds);
        double elapsed = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        System.out.printf(
                "%-30s %8d tickets, %d clients: %7.0f a second, p50 %6.1f ms, p95 %6.1f ms, max %6.1f ms (warm after %d s)%n",
                name,
                number,
                clients,
                times.length / elapsed,
                times[times.length / 2],
                times[(int) Math.ceil(times.length * 0.95) - 1],
                times[times.length - 1],
                rounds * seconds);
    }

    /**
     * Sends requests until they are no longer answered faster: the compiler shares the two processors with the load and takes
     * a minute or two to reach the hot code, while a desk runs for weeks.
     */
    private int warmUp(List<Session> sessions, Request request) throws InterruptedException, ExecutionException {
        int best = 0;
        int bestRound = 0;
        int round = 0;
        while (round < 15 && round - bestRound < 3) {
            int answered = run(sessions, request, seconds).length;
            round++;
            if (answered > best * 1.03) {
                best = answered;
                bestRound = round;
            }
        }
        return round;
    }

    private static double[] run(List<Session> sessions, Request request, int seconds)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(sessions.size())) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                Session session = sessions.get(i);
                SplittableRandom random = new SplittableRandom(42 + i);
                all.add(threads.submit(() -> {
                    List<Double> times = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        int status = request.send(session, random);
                        times.add((System.nanoTime() - start) / 1e6);
                        if (status != 200 && status != 302) {
                            throw new IllegalStateException("Answered " + status);
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

    /** Every ticket as CSV; streamed, so that the program needs no more memory than for a page. */
    private void export(Session session) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(base.resolve(TICKETS + "/ticket.csv"))
                                .header("Host", host)
                                .header("Cookie", session.cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        long lines = answer.body().count();
        System.out.printf("%-30s %8d lines in %.1f s%n", "export as CSV", lines, (System.nanoTime() - start) / 1e9);
    }

    private int create(Session session, SplittableRandom random) throws IOException {
        String word = WORDS[random.nextInt(WORDS.length)];
        return session.client.post(
                TICKETS + "/nuovo",
                "category=assistenza&type=FAULT&urgency=MEDIUM&organizationId=" + session.body + "&title="
                        + encode("Non va: " + word) + "&description="
                        + encode("Da questa mattina " + word + " non risponde più.")
                        + "&_csrf=" + encode(session.token));
    }

    private Session signIn() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String form = "nome=operatore&parola=demo&_csrf=" + encode(first(TOKEN, read(client, "/accesso")));
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(base.resolve("/accesso"))
                        .header("Host", host)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("accesso")) {
            throw new IllegalStateException("Sign-in refused: " + answer.statusCode());
        }
        String page = read(client, TICKETS + "/nuovo?categoria=assistenza");
        String cookie = ((CookieManager) client.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(one -> one.getName() + "=" + one.getValue())
                        .collect(Collectors.joining("; "));
        return new Session(
                new LeanClient(base.getPort(), host, cookie),
                cookie,
                first(TOKEN, page),
                Long.parseLong(first(Pattern.compile("<option value=\"(\\d+)\""), page)));
    }

    private String read(HttpClient client, String where) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(base.resolve(where))
                                .header("Host", host)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Not in the page: " + pattern);
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
