// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.OpenCit;
import it.opencit.agreements.AgreementKind;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.RenewalMode;
import it.opencit.agreements.Scheme;
import it.opencit.cast.Cast;
import it.opencit.centres.Centres;
import it.opencit.shared.Period;
import it.opencit.shared.database.Acting;
import it.opencit.tariffs.Tariffs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.FileSystemUtils;

/**
 * How long the dues of a year take for thousands of bodies with twenty services each, on a database of their own: the first
 * draft, whole, and the one after it, when nothing changed. Run by {@code bench/dues}.
 */
final class DuesBench {

    private static final int YEAR = 2019;
    private static final int SERVICES = 20;
    private static final double TARGET_SECONDS = 10;

    /** Of the kit of Brescia: by band of residents, by kind of body, fixed. */
    private static final List<String> TARIFFS = List.of(
            "brescia-2015-2020/portale",
            "brescia-2015-2020/telemaco-elenchi",
            "brescia-2015-2020/piano-performance",
            "brescia-2015-2020/fatturazione-manutenzione",
            "brescia-2015-2020/pagopa-assistenza");

    private final ConfigurableApplicationContext program;
    private final Path directory;

    private DuesBench(ConfigurableApplicationContext program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("opencit-dues");
        boolean met = true;
        try (ConfigurableApplicationContext program = SpringApplication.run(
                OpenCit.class,
                "--opencit.demonstration=false",
                "--opencit.data-directory=" + directory,
                "--server.port=0",
                "--logging.level.root=warn")) {
            var bench = new DuesBench(program, directory);
            bench.measure("warm-up", 200);
            System.out.printf(
                    "dues: %d services a body and its quota; %d processors%n",
                    SERVICES, Runtime.getRuntime().availableProcessors());
            for (int bodies : new int[] {2000, 4000, 8000}) {
                double seconds = bench.measure("bench-" + bodies, bodies);
                met &= bodies < 8000 || seconds < TARGET_SECONDS;
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.out.printf("target: 8000 bodies under %.0f s: %s%n", TARGET_SECONDS, met ? "met" : "MISSED");
        System.exit(met ? 0 : 1);
    }

    private double measure(String code, int bodies) throws IOException {
        TransactionOperations transaction = program.getBean(TransactionOperations.class);
        DuesRuns runs = program.getBean(DuesRuns.class);
        Founded founded = transaction.execute(_ -> found(code));
        generate(founded, bodies);
        long centre = founded.centre();
        return Acting.as(centre, "bench", () -> {
            long start = System.nanoTime();
            DuesRun first = runs.compute(YEAR);
            double seconds = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            DuesRun second = runs.compute(YEAR);
            double again = (System.nanoTime() - start) / 1e9;
            if (first.lines() != bodies * (SERVICES + 1) || first.gaps() != 0 || !second.equals(first)) {
                throw new IllegalStateException(first + " " + second);
            }
            System.out.printf(
                    "%s: %d bodies, %d lines, %s: %.2f s; again, unchanged: %.2f s%n",
                    code, bodies, first.lines(), first.amount().inItalian(), seconds, again);
            return seconds;
        });
    }

    private record Founded(long centre, long scheme) {}

    private Founded found(String code) {
        Centres centres = program.getBean(Centres.class);
        long id = centres.found(Cast.newCentre(code));
        return Acting.as(id, "bench", () -> {
            centres.adopt(id);
            program.getBean(Tariffs.class).adopt("brescia");
            return new Founded(
                    id,
                    program.getBean(Agreements.class)
                            .addScheme(new Scheme(
                                    "Convenzione",
                                    AgreementKind.CONVENZIONE_ART_30_TUEL,
                                    new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2020, 12, 31)),
                                    null,
                                    RenewalMode.EXPRESS,
                                    "",
                                    Scene.TARIFF,
                                    "",
                                    ""))
                            .value());
        });
    }

    /** As the superuser of the embedded server, without triggers: what is measured is the run, not its preparation. */
    private void generate(Founded founded, int bodies) throws IOException {
        String port = Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(directory.resolve("postgres.password")).strip();
        var source = new SingleConnectionDataSource(
                "jdbc:postgresql://localhost:" + port + "/opencit", "postgres", password, true);
        try {
            JdbcClient jdbc = JdbcClient.create(source);
            jdbc.sql("set session_replication_role = replica").update();
            jdbc.sql("select set_config('opencit.centre', :centre, false)")
                    .param("centre", Long.toString(founded.centre()))
                    .query(String.class)
                    .single();
            members(jdbc, founded.scheme(), bodies);
            services(jdbc);
            jdbc.sql("analyze").update();
        } finally {
            source.destroy();
        }
    }

    private static void members(JdbcClient jdbc, long scheme, int bodies) {
        jdbc.sql("""
                insert into organizations.organization (kind, name)
                select 'COMUNE', 'Comune di prova ' || n from generate_series(1, :bodies) n""").param("bodies", bodies).update();
        jdbc.sql("""
                insert into organizations.figure_kind (code, label, unit)
                values ('RESIDENTS', 'Abitanti', 'abitanti'), ('BUSINESSES', 'Imprese', 'imprese')
                on conflict do nothing""").update();
        jdbc.sql("""
                insert into organizations.figure (organization_id, kind, reference_date, value, source, recorded_at)
                select o.id, k.kind, date '2013-12-31', 500 + (o.id * 7919 % 20000) / k.part, 'Prova', now()
                  from organizations.organization o, (values ('RESIDENTS', 1), ('BUSINESSES', 10)) k(kind, part)
                 where o.centre_id = opencit.current_centre()""").update();
        jdbc.sql("""
                insert into agreements.accession (scheme_id, kind, organization_id, stage, approved_by, delibera_number,
                       delibera_date, immediate, enforceable_from, signatory, signatory_office, signed_on, countersigned_on,
                       protocol_number, protocol_date, starts_on, ends_on)
                select :scheme, 'CONVENZIONE_ART_30_TUEL', id, 'ACTIVE', 'COUNCIL', '1', date '2014-12-01', true,
                       date '2014-12-01', 'Prova', 'Sindaco', date '2015-01-02', date '2015-01-02', '0000001',
                       date '2015-01-02', date '2015-01-02', date '2020-12-31'
                  from organizations.organization
                 where centre_id = opencit.current_centre()""").param("scheme", scheme).update();
    }

    private static void services(JdbcClient jdbc) {
        for (int i = 0; i < SERVICES; i++) {
            long offering = jdbc.sql("""
                            insert into catalogue.offering (code, title, class, level, area, fee, continuation, offered_from)
                            values (:code, :title, 'SURCHARGE', 'BASE', 'EGOV', 'YEARLY', 'CONFIRMED', date '2015-01-01')
                            returning id""")
                    .param("code", "servizio-" + i)
                    .param("title", "Servizio " + i)
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                    insert into catalogue.price (offering_id, charge, tariff_code, starts_on)
                    values (:offering, 'YEARLY', :tariff, date '2015-01-01')""")
                    .param("offering", offering)
                    .param("tariff", TARIFFS.get(i % TARIFFS.size()))
                    .update();
            jdbc.sql("""
                    insert into subscriptions.subscription (offering_id, organization_id, continuing, stage, requested_on, starts_on)
                    select :offering, id, true, 'ACTIVE', date '2016-01-10', date '2016-02-01'
                      from organizations.organization
                     where centre_id = opencit.current_centre()""").param("offering", offering).update();
        }
        jdbc.sql("""
                insert into subscriptions.term (subscription_id, kind, starts_on, ends_on)
                select id, 'YEARLY', date '2019-01-01', date '2019-12-31' from subscriptions.subscription
                 where centre_id = opencit.current_centre()""").update();
    }
}
