// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Ida is the RTD of the body until the end of 2026, Leo after her. */
@OpenCitTest
class RoleObserverTest {

    private static final String CENTRE = "osservatori-per-incarico";
    private static final String IDA = "ida@roccaverde.example.it";
    private static final String LEO = "leo@roccaverde.example.it";

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
    Observers observers;

    @Autowired
    Tickets tickets;

    @Autowired
    SharingStore sharings;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicketThatTheRtdFollows() {
        clock.moveTo(LocalDate.of(2026, 12, 1));
        cast.at(CENTRE, () -> {
            body = Desk.body(organizations);
            persons.grant(persons.enrol("ida-rtd", "Ida Belli", "demo"), Role.REFERENTE, body.value());
            persons.grant(persons.enrol("leo-rtd", "Leo Sarti", "demo"), Role.REFERENTE, body.value());
            holds("Ida Belli", IDA, new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31)));
            holds("Leo Sarti", LEO, new Period(LocalDate.of(2027, 1, 1), null));
            Sharing rtd = observers.chosen(body, Audience.NAMED, false, List.of("ruolo:RTD"));
            number = tickets.open(Desk.asked(body, "Accesso a SPID").with(rtd), Desk.ANNA);
        });
    }

    private void holds(String name, String email, Period term) {
        organizations.add(body, new BodyPerson(PersonRole.RTD, name, email, "", term));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void whoHoldsTheRoleWhenANoticeGoesOutReceivesIt() {
        answer("Prima risposta");
        assertThat(mailsTo(IDA)).isEqualTo(1);
        assertThat(mailsTo(LEO)).isZero();
        clock.moveTo(LocalDate.of(2027, 2, 1));
        answer("Seconda risposta");
        assertThat(mailsTo(IDA)).isEqualTo(1);
        assertThat(mailsTo(LEO)).isEqualTo(1);
    }

    @Test
    void whoHoldsTheRoleSeesTheTicketAndWhoHeldItDoesNot() throws Exception {
        sees("ida-rtd", true);
        sees("leo-rtd", false);
        web.perform(get(Addresses.of(number)).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(
                        content().string(containsString("Responsabile per la transizione digitale (ora Ida Belli)")));
        clock.moveTo(LocalDate.of(2027, 2, 1));
        sees("ida-rtd", false);
        sees("leo-rtd", true);
        web.perform(get(Addresses.of(number)).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(
                        content().string(containsString("Responsabile per la transizione digitale (ora Leo Sarti)")));
    }

    @Test
    void theFormOffersEachRoleAndKeepsTheOneChosen() throws Exception {
        String form = Addresses.of(number) + "/visibilita";
        web.perform(get(form).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Sindaco o presidente (ora nessuno)")));
        web.perform(post(form)
                        .param("audience", "NAMED")
                        .param("observers", "ruolo:RTD", "ruolo:MAYOR")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().is3xxRedirection());
        assertThat(cast.at(CENTRE, () -> sharings.of(number)).observers())
                .extracting(Observer::role)
                .containsExactly(PersonRole.RTD, PersonRole.MAYOR);
        assertThatThrownBy(() ->
                        cast.at(CENTRE, () -> observers.chosen(body, Audience.NAMED, false, List.of("ruolo:SINDACO"))))
                .isInstanceOf(Refusal.class);
        web.perform(get(form).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(form).with(cast.with(Role.OPERATORE, Cast.COLLI))).andExpect(status().isNotFound());
    }

    private void sees(String username, boolean does) throws Exception {
        web.perform(get(Addresses.inArea(number)).with(cast.referente(username, body.value(), CENTRE)))
                .andExpect(does ? status().isOk() : status().isNotFound());
        String list = web.perform(get(Addresses.AREA).with(cast.referente(username, body.value(), CENTRE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list.contains("Accesso a SPID")).isEqualTo(does);
    }

    private void answer(String text) {
        cast.at(CENTRE, () -> tickets.write(number, Visibility.PUBLIC, text, Desk.ANNA));
    }

    private long mailsTo(String address) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select count(*) from notices.mail where key like :key and recipient = :to")
                        .param("key", "ticket-" + number + "-%")
                        .param("to", address)
                        .query(Long.class)
                        .single());
    }
}
