// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierDetails;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The usual week: Monday to Thursday 8.30-12.30 and 14-17, Friday 8.30-12.30. Ordinary tickets are taken in charge in 8 h
 * and solved in 40, blocking ones in 1 and 8. Each test has a centre of its own.
 */
@OpenCitTest
class AlertsTest {

    private static final String CARLA = "carla@cit.example.it";
    private static final String HEAD = "capo@cit.example.it";
    private static final Assignee TO_CARLA = new Assignee(Assignee.Kind.PERSON, "carla", "Carla Monti");

    private static int centres;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Tickets tickets;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    WatchStore store;

    @Autowired
    Alerts alerts;

    @Autowired
    JdbcClient jdbc;

    private String centre = "";

    @BeforeEach
    void aCentreWithACoordinator() {
        centre = "avvisi" + ++centres;
        cast.at(centre, () -> {
            works("capo-" + centre, "Marta Capo", Role.COORDINATORE, HEAD);
            works("carla", "Carla Monti", Role.OPERATORE, CARLA);
            rulebooks.current();
            store.changeFirstReaders(FirstReaders.NOBODY); // who hears of what nobody has is tried elsewhere
        });
    }

    private void works(String username, String name, Role role, String address) {
        long person = persons.enrol(username, name, "molto segreta");
        persons.grant(person, role, null);
        persons.writeTo(person, address);
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void noticesAreGivenOnceEachAndOnlyInOfficeHours() {
        TicketNumber number = open("2026-11-16 08:30", Urgency.MEDIUM); // Monday: 8 h are up on Tuesday at 9.30

        at("2026-11-16 12:30"); // half is used up as the office closes; nobody has it yet, so nobody is told
        at("2026-11-16 16:23");
        assertThat(mails(number)).isEmpty();
        at("2026-11-16 16:24"); // 6 h 24 min
        at("2026-11-16 16:40");
        assertThat(mails(number)).containsExactly("TAKE_IN_CHARGE-80-" + HEAD);
        at("2026-11-16 22:00");
        at("2026-11-17 09:29");
        assertThat(mails(number)).hasSize(1);
        at("2026-11-17 09:30");
        at("2026-11-17 11:00");
        assertThat(mails(number)).containsExactly("TAKE_IN_CHARGE-80-" + HEAD, "TAKE_IN_CHARGE-100-" + HEAD);
    }

    /** Acceptance list, point 3. */
    @Test
    void whatWasTakenInChargeInTimeIsNotOverruledByWhatFollows() {
        TicketNumber number = open("2026-11-16 08:30", Urgency.MEDIUM);
        clock.moveTo(Times.at("2026-11-16 16:00"));
        cast.at(centre, () -> tickets.assign(number, null, TO_CARLA, "", Desk.ANNA));

        at("2026-11-16 16:30");
        at("2026-11-17 10:00");
        at("2026-11-18 15:59"); // 20 of 40 h are used up on Wednesday at 16: 7, 7 and 6
        assertThat(mails(number)).isEmpty();
        at("2026-11-18 16:00");
        assertThat(mails(number)).containsExactly("SOLUTION-50-" + CARLA);
    }

    @Test
    void fromFourFifthsTheCoordinatorsAreToldTooAndASkippedStepIsNotToldLater() {
        TicketNumber number = open("2026-11-16 08:30", Urgency.BLOCKING);
        clock.moveTo(Times.at("2026-11-16 09:00"));
        cast.at(centre, () -> tickets.assign(number, null, TO_CARLA, "", Desk.ANNA));

        at("2026-11-16 16:30"); // the first round after both half and four fifths
        assertThat(mails(number)).containsExactlyInAnyOrder("SOLUTION-80-" + CARLA, "SOLUTION-80-" + HEAD);
        at("2026-11-17 09:30");
        at("2026-11-17 16:00");
        assertThat(mails(number))
                .containsExactlyInAnyOrder(
                        "SOLUTION-80-" + CARLA, "SOLUTION-80-" + HEAD, "SOLUTION-100-" + CARLA, "SOLUTION-100-" + HEAD);
    }

    /** Friday has four hours; Monday the office is closed, and in the night between the clocks change. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case   | opened           | closed     | before           | due
      spring | 2026-03-27 08:30 | 2026-03-30 | 2026-03-31 10:53 | 2026-03-31 10:54
      autumn | 2026-10-23 08:30 | 2026-10-26 | 2026-10-27 10:53 | 2026-10-27 10:54
      """)
    void overAClosureAndAChangeOfTheClocks(String name, String opened, LocalDate closed, String before, String due) {
        clock.moveTo(Times.at(opened));
        cast.at(centre, () -> {
            WorkingCalendar usual = rulebooks.current().calendar().hours();
            TreeMap<LocalDate, String> closures = new TreeMap<>();
            closures.put(closed, "Chiusura");
            rulebooks.adopt(new WorkingCalendar(usual.week(), null, closures), 1, "Chiusura");
        });
        TicketNumber number = open(opened, Urgency.BLOCKING);
        cast.at(centre, () -> tickets.assign(number, null, TO_CARLA, "", Desk.ANNA));

        at(closed.minusDays(2) + " 10:00");
        at(closed.minusDays(1) + " 03:30");
        at(closed + " 10:54");
        assertThat(mails(number)).isEmpty();
        at(before); // half was used up as the office closed on Friday: told at the first round that follows
        assertThat(mails(number)).containsExactly("SOLUTION-50-" + CARLA);
        at(due);
        assertThat(mails(number))
                .containsExactlyInAnyOrder("SOLUTION-50-" + CARLA, "SOLUTION-80-" + CARLA, "SOLUTION-80-" + HEAD);
    }

    @Test
    void whileTheClockStandsNothingIsToldAndAfterwardsTheTimeThatStoodIsNotCounted() {
        TicketNumber number = open("2026-11-16 08:30", Urgency.BLOCKING);
        cast.at(centre, () -> tickets.assign(number, null, TO_CARLA, "", Desk.ANNA));
        clock.moveTo(Times.at("2026-11-16 11:30")); // three hours
        cast.at(centre, () -> tickets.move(number, TicketState.SUSPENDED, null, "Si aspetta l'ente", Desk.ANNA));
        at("2026-11-17 16:00");
        assertThat(mails(number)).isEmpty();
        clock.moveTo(Times.at("2026-11-18 09:00"));
        cast.at(centre, () -> tickets.move(number, TicketState.ASSIGNED, null, "", Desk.ANNA));
        at("2026-11-18 09:59");
        assertThat(mails(number)).isEmpty();
        at("2026-11-18 10:00");
        assertThat(mails(number)).containsExactly("SOLUTION-50-" + CARLA);
    }

    @Test
    void aLongPauseIsRecalledOnceToWhoKeepsTheOfficeWaiting() {
        Assignee rete = cast.at(
                centre,
                () -> Assignee.of(suppliers.get(
                        suppliers.add(new SupplierDetails("Rete Srl", null, "", "rete@example.it", "", "", "", "")))));
        TicketNumber asked = open("2026-11-16 09:00", Urgency.MEDIUM);
        TicketNumber given = open("2026-11-16 09:00", Urgency.MEDIUM);
        TicketNumber other = open("2026-11-16 09:00", Urgency.MEDIUM);
        cast.at(centre, () -> {
            tickets.assign(given, null, rete, "", Desk.ANNA);
            tickets.assign(other, null, TO_CARLA, "", Desk.ANNA);
            tickets.suspend(other, null, null, PauseCause.OTHER, "Si aspetta il consiglio", Desk.ANNA);
            for (TicketNumber one : List.of(asked, given)) {
                tickets.move(one, TicketState.SUSPENDED, null, "Si aspetta", Desk.ANNA);
            }
        });

        at("2026-11-27 12:00"); // nine working days
        assertThat(mails(asked)).isEmpty();
        at("2026-11-30 08:30");
        at("2026-12-01 10:00");
        assertThat(mails(asked)).singleElement().asString().endsWith("-elena@roccaverde.example.it");
        assertThat(mails(given)).singleElement().asString().endsWith("-rete@example.it");
        assertThat(mails(other)).singleElement().asString().endsWith("-" + CARLA); // nobody to recall but who has it
    }

    @Test
    void aNoticeLeadsToWhereItsReaderFindsTheTicketAndNamesNoConfidentialOne() {
        clock.moveTo(Times.at("2026-11-16 09:00"));
        String dora = "dora-" + centre + "@cit.example.it";
        String elena = "elena-" + centre + "@roccaverde.example.it";
        TicketNumber[] numbers = cast.at(centre, () -> {
            readsDaily("dora-" + centre, "Dora Galli", Role.OPERATORE, null, dora);
            OrganizationId body = Desk.body(organizations);
            readsDaily("elena-" + centre, "Elena Riva", Role.REFERENTE, body.value(), elena);
            NewTicket confidential = Desk.asked(body, "Casella del licenziato", "Elena Riva", elena)
                    .with(new Sharing(Audience.BODY, true, List.of()));
            return new TicketNumber[] {tickets.open(confidential, Desk.ANNA), tickets.open(confidential, Desk.ANNA)};
        });
        TicketNumber ofBody = numbers[0];
        TicketNumber ofOffice = numbers[1];
        cast.at(centre, () -> {
            tickets.move(ofBody, TicketState.SUSPENDED, null, "Si aspetta", Desk.ANNA);
            Assignee toDora = new Assignee(Assignee.Kind.PERSON, "dora-" + centre, "Dora Galli");
            tickets.assign(ofOffice, null, toDora, "", Desk.ANNA);
            tickets.suspend(ofOffice, null, null, PauseCause.OTHER, "Si aspetta il consiglio", Desk.ANNA);
        });

        at("2026-12-15 10:00"); // weeks of pause

        assertThat(notice(ofBody))
                .startsWith(elena)
                .endsWith(".localhost:0" + Addresses.inArea(ofBody))
                .doesNotContain("Casella del licenziato");
        assertThat(notice(ofOffice))
                .startsWith(dora)
                .endsWith(".localhost:0" + Addresses.of(ofOffice))
                .doesNotContain("Casella del licenziato");
    }

    private void readsDaily(String username, String name, Role role, @Nullable Long body, String address) {
        long person = persons.enrol(username, name, "molto segreta");
        persons.grant(person, role, body);
        persons.writeTo(person, address);
        persons.readDaily(person, true);
    }

    /** Whom the notice about a ticket was for, its words, where it leads. */
    private String notice(TicketNumber number) {
        return cast.at(
                centre,
                () -> jdbc.sql("""
                        select recipient || ' ' || subject || ' ' || body || ' ' || link from notices.mail
                         where key like :key and state = 'GATHERED'""")
                        .param("key", "ticket-" + number + "-avviso-PAUSE-%")
                        .query(String.class)
                        .single());
    }

    @Test
    void theCoordinatorSaysHowLongAPauseMayBeAndSeesWhoReadsNotices() throws Exception {
        String path = Addresses.SETTINGS + "/avvisi";
        web.perform(get(path).with(cast.coordinatore(centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(HEAD)));
        web.perform(post(path).param("days", "0").param("first", "WORKERS").with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("da 1 a 250")));
        web.perform(post(path).param("days", "15").param("first", "gruppo-0").with(cast.coordinatore(centre)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("chi riceve i nuovi ticket")));
        web.perform(post(path).param("days", "15").param("first", "NOBODY").with(cast.coordinatore(centre)))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
        assertThat(cast.at(centre, () -> store.longPauseDays())).isEqualTo(15);
        web.perform(get(path).with(cast.with(Role.OPERATORE, centre))).andExpect(status().isForbidden());
    }

    private TicketNumber open(String moment, Urgency urgency) {
        clock.moveTo(Times.at(moment));
        return cast.at(centre, () -> {
            NewTicket asked = Desk.asked(Desk.body(organizations), "Lenta");
            return tickets.open(Desk.urgent(urgency, asked), Desk.ANNA);
        });
    }

    /** A round of the job at a moment. */
    private void at(String moment) {
        clock.moveTo(Times.at(moment));
        Acting.as(cast.centre(centre).id(), Acting.PROGRAM, () -> alerts.give(cast.centre(centre)));
    }

    /** {@code SOLUTION-80-capo@cit.example.it}, in order. */
    private List<String> mails(TicketNumber number) {
        String key = "ticket-" + number + "-avviso-";
        return cast.at(
                centre,
                () -> jdbc.sql("select substr(key, :from) from notices.mail where key like :key order by id")
                        .param("from", key.length() + 1)
                        .param("key", key + "%")
                        .query(String.class)
                        .list());
    }
}
