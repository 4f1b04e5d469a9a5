// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.OpenCit;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.tariffs.Kits;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** The program as a process that takes tickets by mail, without a pause, and by the API. */
final class RunningDesk {

    static final String READY = "ready ";
    static final String SENDER = "segreteria@comune.example.it";
    private static final String CENTRE = "brescia";

    private RunningDesk() {}

    /** @param arguments data directory; port of the mail server; user there */
    public static void main(String[] arguments) {
        if (arguments[3].equals("1")) {
            try (ConfigurableApplicationContext empty = start(arguments[0], false)) {
                settle(empty, Integer.parseInt(arguments[1]), arguments[2]);
            }
        }
        ConfigurableApplicationContext program = start(arguments[0], true);
        long body = Acting.as(
                centre(program.getBean(Centres.class)),
                "anna",
                () -> program.getBean(Organizations.class).all().getFirst().id().value());
        System.out.println(READY + program.getEnvironment().getProperty("local.server.port") + " " + body);
        Mailroom mailroom = program.getBean(Mailroom.class);
        while (program.isRunning()) {
            mailroom.receive();
        }
    }

    /** @param calls whether programs may sign in, which so far is only in the demonstration */
    private static ConfigurableApplicationContext start(String directory, boolean calls) {
        return SpringApplication.run(
                OpenCit.class,
                "--opencit.data-directory=" + directory,
                "--opencit.demonstration=" + calls,
                "--opencit.jobs=false",
                "--server.port=0");
    }

    private static long centre(Centres centres) {
        return centres.all().stream()
                .filter(centre -> centre.code().equals(CENTRE))
                .map(Centre::id)
                .findFirst()
                .orElseThrow();
    }

    /** Centres in the place of the demonstration's, which then is not loaded; one has a body, an agent and a mailbox. */
    private static void settle(ConfigurableApplicationContext program, int port, String user) {
        Centres centres = program.getBean(Centres.class);
        TransactionOperations transaction = program.getBean(TransactionOperations.class);
        Kits.read().all().forEach(kit -> transaction.executeWithoutResult(_ -> found(centres, kit.code())));
        Acting.as(
                centre(centres),
                "anna",
                () -> transaction.executeWithoutResult(_ -> {
                    centres.answerAt("localhost");
                    Organizations organizations = program.getBean(Organizations.class);
                    OrganizationId body = Desk.body(organizations);
                    organizations.add(
                            body,
                            new BodyPerson(
                                    PersonRole.values()[0],
                                    "Elena Riva",
                                    SENDER,
                                    "",
                                    new Period(LocalDate.of(2020, 1, 1), null)));
                    Persons persons = program.getBean(Persons.class);
                    persons.grant(persons.enrol("operatore", "Carla Monti", "demo"), Role.OPERATORE, null);
                    mailbox(program.getBean(Mailboxes.class), port, user);
                }));
    }

    private static void found(Centres centres, String code) {
        long id = centres.found(Cast.newCentre(code));
        Acting.as(id, "anna", () -> centres.adopt(id));
    }

    private static void mailbox(Mailboxes mailboxes, int port, String user) {
        mailboxes.save(
                new Mailbox(
                        0,
                        "127.0.0.1",
                        port,
                        MailboxSecurity.NONE,
                        user,
                        new byte[0],
                        "INBOX",
                        "assistenza@cit.example.it",
                        "assistenza",
                        1024 * 1024,
                        true,
                        true,
                        Instant.EPOCH,
                        0),
                "segreta",
                0);
    }
}
