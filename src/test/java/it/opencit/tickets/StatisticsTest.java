// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.tickets.StatisticsQuery.Per;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Three tickets of one body, in October and November 2026: one taken in charge in one hour and solved in three, one in three
 * hours and solved the month after, one that nobody took.
 */
@OpenCitTest
class StatisticsTest {

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
    Tickets tickets;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Opinions opinions;

    @Autowired
    Watch watch;

    @Autowired
    Statistics statistics;

    private String centre = "";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void threeTickets() {
        centre = "conti" + ++centres;
        body = cast.at(centre, () -> Desk.body(organizations));
        TicketNumber quick = open("2026-10-05 08:30"); // a Monday
        move(quick, "2026-10-05 09:30", TicketState.ASSIGNED);
        move(quick, "2026-10-05 11:30", TicketState.SOLVED);
        TicketNumber slow = open("2026-10-12 08:30");
        move(slow, "2026-10-12 11:30", TicketState.ASSIGNED);
        move(slow, "2026-10-12 12:30", TicketState.SUSPENDED); // four hours
        move(slow, "2026-11-16 08:30", TicketState.ASSIGNED);
        move(slow, "2026-11-16 09:30", TicketState.SOLVED); // five
        open("2026-11-16 08:30");
        TicketNumber mistaken = open("2026-11-16 08:30");
        move(mistaken, "2026-11-16 08:31", TicketState.DELETED);
        cast.at(centre, () -> opinions.give(slow, 4, "", ""));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void eachThingIsCountedInTheMonthInWhichItHappened() {
        Statistics.Answer answer = ask("2026-09", "2026-11", Per.MONTH);

        assertThat(answer.lines())
                .extracting(
                        StatisticsLine::key,
                        StatisticsLine::opened,
                        StatisticsLine::solved,
                        StatisticsLine::open,
                        StatisticsLine::takeMedian,
                        StatisticsLine::solutionMedian,
                        StatisticsLine::score)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-09", 0L, 0L, 0L, null, null, null),
                        org.assertj.core.groups.Tuple.tuple("2026-10", 2L, 1L, 1L, 120.0, 180.0, null),
                        org.assertj.core.groups.Tuple.tuple("2026-11", 1L, 1L, 1L, null, 300.0, 4.0));
        assertThat(answer.all().opened()).isEqualTo(3);
        assertThat(answer.all().solutionMedian()).isEqualTo(240.0);
        assertThat(answer.all().takeNinth()).isEqualTo(168.0); // of 60 and 180, nine tenths of the way
        assertThat(answer.all().solvedInTime()).isEqualTo(2);
        assertThat(answer.all().open()).isOne();
    }

    @Test
    void theSameNumbersArePartedByBodyCategoryAndPerson() {
        assertThat(ask("2026-10", "2026-11", Per.BODY).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.key()).isEqualTo(body.toString()))
                .satisfies(line -> assertThat(line.opened()).isEqualTo(3));
        assertThat(ask("2026-10", "2026-11", Per.AGENT).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.key()).isEqualTo(Desk.ANNA.name()))
                .satisfies(line -> assertThat(line.opened()).isEqualTo(2));
        assertThat(ask("2026-10", "2026-11", Per.SUPPLIER).lines()).isEmpty();
        assertThat(ask("2026-11", "2026-11", Per.CATEGORY).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.solved()).isOne());
        assertThat(ask("2026-11", "2026-11", Per.SERVICE).lines()).hasSize(1);
    }

    /** Half past nine to half past eleven in the hands of the supplier, then another hour at the centre. */
    @Test
    void ofASupplierOnlyItsOwnTimeCounts() {
        SupplierId rete = cast.at(centre, () -> Desk.supplier(suppliers));
        Assignee supplier = cast.at(centre, () -> Assignee.of(suppliers.get(rete)));
        TicketNumber given = open("2026-10-06 08:30"); // a Tuesday
        clock.moveTo(Times.at("2026-10-06 09:30"));
        cast.at(centre, () -> tickets.assign(given, null, supplier, "", Desk.ANNA));
        clock.moveTo(Times.at("2026-10-06 11:30"));
        cast.at(
                centre,
                () -> tickets.assign(
                        given, null, new Assignee(Assignee.Kind.PERSON, "anna", "Anna Valenti"), "", Desk.ANNA));
        move(given, "2026-10-06 12:30", TicketState.SOLVED);

        assertThat(ask("2026-10", "2026-11", Per.SUPPLIER).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.key()).isEqualTo(supplier.name()))
                .satisfies(line -> assertThat(line.solved()).isOne())
                .satisfies(line -> assertThat(line.solutionMedian()).isEqualTo(120.0));
    }

    @Test
    void aTicketReopenedIsNoLongerSolved() {
        cast.at(centre, () -> tickets.move(new TicketNumber(1), TicketState.ASSIGNED, null, "Non va", Desk.ANNA));
        assertThat(ask("2026-10", "2026-11", Per.MONTH).all().solved()).isOne();
        assertThat(ask("2026-10", "2026-11", Per.MONTH).all().open()).isEqualTo(2);
    }

    @Test
    void thePageTellsTheNumbersTheirDefinitionsAndTheFiles() throws Exception {
        String address = StatisticsController.STATISTICS + "?da=2026-10&a=2026-11";
        web.perform(get(address).with(cast.coordinatore(centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ott 2026")))
                .andExpect(content().string(containsString("2 h 48 min")))
                .andExpect(content().string(containsString("Che cosa dicono i numeri")))
                .andExpect(content().string(containsString("statistiche.csv?da=2026-10")));
        for (Per per : Per.values()) {
            web.perform(get(address + "&per=" + per.value).with(cast.with(Role.OPERATORE, centre)))
                    .andExpect(status().isOk());
        }
        String csv = web.perform(get(StatisticsController.STATISTICS + "/statistiche.csv?da=2026-10&a=2026-11")
                        .with(cast.coordinatore(centre)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("ott 2026;2;1;1;2,00;2,80;100,0").contains("nov 2026;1;1;1;;;");
        web.perform(get(StatisticsController.STATISTICS + "/statistiche.xlsx").with(cast.coordinatore(centre)))
                .andExpect(status().isOk());
        web.perform(get(StatisticsController.STATISTICS).with(cast.with(Role.REDATTORE, centre)))
                .andExpect(status().isForbidden());
    }

    @Test
    void programsReadTheSameNumbers() throws Exception {
        String address = "/api/v1/tickets/statistics";
        web.perform(get(address + "?from=2026-10&to=2026-11").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.per").value("MONTH"))
                .andExpect(jsonPath("$.behind").value(false))
                .andExpect(jsonPath("$.all.opened").value(3))
                .andExpect(jsonPath("$.all.solutionMedian").value(240.0))
                .andExpect(jsonPath("$.lines[0].key").value("2026-10"))
                .andExpect(jsonPath("$.lines[0].takeNinth").value(168.0))
                .andExpect(jsonPath("$.lines[1].open").value(1))
                .andExpect(jsonPath("$.lines[1].score").value(4.0));
        web.perform(get(address + "?from=2026-10&to=2026-11&per=CATEGORY&category=assistenza&organizationId=" + body)
                        .with(cast.coordinatore(centre)))
                .andExpect(jsonPath("$.lines[0].key").value("assistenza"))
                .andExpect(jsonPath("$.lines[0].name").value("Assistenza"))
                .andExpect(jsonPath("$.lines[0].opened").value(3));
        for (Per per : Per.values()) {
            web.perform(get(address + "?from=2026-10&to=2026-11&per=" + per).with(cast.coordinatore(centre)))
                    .andExpect(status().isOk());
        }
        for (String wrong : List.of("from=ottobre", "from=2027-01&to=2026-01", "from=1999-01", "category=nessuna")) {
            web.perform(get(address + "?" + wrong).with(cast.coordinatore(centre)))
                    .andExpect(status().isUnprocessableContent());
        }
        web.perform(get(address + "?per=MOON").with(cast.coordinatore(centre))).andExpect(status().isBadRequest());
        web.perform(get(address).with(cast.referente(body.value(), centre))).andExpect(status().isForbidden());
    }

    @Test
    void anAddressThatMakesNoSenseGivesTheLastTwelveMonths() throws Exception {
        for (String wrong : List.of("?da=ottobre", "?da=2026-13&a=x", "?per=luna", "?da=1999-01", "?ente=abc")) {
            web.perform(get(StatisticsController.STATISTICS + wrong).with(cast.coordinatore(centre)))
                    .andExpect(status().isOk());
        }
    }

    private Statistics.Answer ask(String from, String to, Per per) {
        return cast.at(centre, () -> {
            watch.catchUp();
            return statistics.answer(new StatisticsQuery(
                    YearMonth.parse(from), YearMonth.parse(to), per, java.util.Set.of(), null, null));
        });
    }

    private TicketNumber open(String moment) {
        clock.moveTo(Times.at(moment));
        return cast.at(centre, () -> tickets.open(Desk.asked(body, "Lenta"), Desk.ELENA));
    }

    private void move(TicketNumber number, String moment, TicketState to) {
        clock.moveTo(Times.at(moment));
        cast.at(centre, () -> tickets.move(number, to, null, "Serve", Desk.ANNA));
    }
}
