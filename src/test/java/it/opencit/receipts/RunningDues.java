// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.OpenCit;
import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.organizations.Organizations;
import it.opencit.shared.database.Acting;
import it.opencit.tariffs.Tariffs;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** The program as a process that computes the dues of a small centre each time a line comes in. */
final class RunningDues {

    static final String READY = "ready to compute";
    static final String COMPUTED = "computed ";
    static final int BODIES = 60;

    private RunningDues() {}

    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext program = SpringApplication.run(
                OpenCit.class,
                "--opencit.demonstration=false",
                "--opencit.data-directory=" + arguments[0],
                "--server.port=0");
        Centres centres = program.getBean(Centres.class);
        long centre = centres.all().stream().map(Centre::id).findFirst().orElseGet(() -> found(program, centres));
        DuesRuns runs = program.getBean(DuesRuns.class);
        System.out.println(READY);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (orders.readLine() != null) {
            DuesRun run = Acting.as(centre, "anna", () -> runs.compute(2016));
            System.out.println(COMPUTED + run.digest() + " " + run.lines() + " " + run.amount());
        }
    }

    private static long found(ConfigurableApplicationContext program, Centres centres) {
        return program.getBean(TransactionOperations.class).execute(_ -> {
            long id = centres.found(Cast.newCentre("prova"));
            return Acting.as(id, "anna", () -> {
                centres.adopt(id);
                var scene = new Scene(
                        program.getBean(Organizations.class),
                        program.getBean(Agreements.class),
                        program.getBean(Tariffs.class));
                for (int i = 1; i <= BODIES; i++) {
                    scene.member("Paese " + i, 900 + 111 * i, 40 + 3 * i);
                }
                return id;
            });
        });
    }
}
