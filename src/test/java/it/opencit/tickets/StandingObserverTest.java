// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Sara, the secretary, works in Segreteria; Rita, the RTD, in Tributi with Tina, who asks. */
@OpenCitTest
class StandingObserverTest {

    private static final String CENTRE = "seguono-sempre";
    private static final Author TINA = new Author("tina-chiede", "Tina Bo", false);
    private static final String SARA = "sara@roccaverde.example.it";
    private static final String RITA = "rita@roccaverde.example.it";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Observers observers;

    @Autowired
    StandingObservers standing;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aBody() {
        cast.at(CENTRE, () -> {
            body = Desk.body(organizations);
            works(PersonRole.SECRETARY, "Sara Zi", SARA, "Segreteria");
            works(PersonRole.RTD, "Rita Mi", RITA, "Tributi");
            works(PersonRole.CONTACT, "Tina Bo", "", "Tributi");
            persons.grant(persons.enrol("tina-chiede", "Tina Bo", "demo"), Role.REFERENTE, body.value());
        });
    }

    private void works(PersonRole role, String name, String email, String office) {
        organizations.add(
                body, new BodyPerson(role, name, email, "", office, new Period(LocalDate.of(2020, 1, 1), null)));
    }

    @Test
    void whoIsNamedIsToldOfNewTicketsOnceEach() {
        TicketNumber before = open(Sharing.WHOLE_BODY, "assistenza");
        name("Sara Zi");
        name("ruolo:SECRETARY");
        name("ruolo:RTD");
        TicketNumber after = open(observed("Sara Zi"), "assistenza");
        answer(before);
        answer(after);
        assertThat(mails(before, SARA)).as("opened before").isZero();
        assertThat(mails(after, SARA)).as("three times over, one mail").isEqualTo(1);
        assertThat(mails(after, RITA)).isEqualTo(1);
        assertThat(mails(after, "elena@roccaverde.example.it")).as("who asked").isEqualTo(1);
    }

    @Test
    void itIsToldOnlyOfWhatItSeesAnyway() {
        name("Sara Zi");
        name("ruolo:RTD");
        TicketNumber secret = open(new Sharing(Audience.BODY, true, List.of()), "assistenza");
        TicketNumber own = open(new Sharing(Audience.OWN, false, List.of()), "assistenza");
        TicketNumber office = open(new Sharing(Audience.OFFICE, false, List.of()), "assistenza");
        TicketNumber named = open(
                cast.at(CENTRE, () -> observers.chosen(body, Audience.NAMED, true, List.of("Sara Zi"))), "assistenza");
        List.of(secret, own, office, named).forEach(this::answer);
        assertThat(mails(secret, SARA) + mails(secret, RITA) + mails(own, SARA) + mails(own, RITA))
                .isZero();
        assertThat(mails(office, SARA)).as("of another office").isZero();
        assertThat(mails(office, RITA)).as("of the same office").isEqualTo(1);
        assertThat(mails(named, SARA)).as("named in what is confidential").isEqualTo(1);
    }

    @Test
    void someCategoriesAreEnough() {
        cast.at(CENTRE, () -> standing.add(body, "Sara Zi", List.of("attivazione-rinnovo"), Desk.ANNA));
        TicketNumber fault = open(Sharing.WHOLE_BODY, "assistenza");
        TicketNumber activation = open(Sharing.WHOLE_BODY, "attivazione-rinnovo");
        answer(fault);
        answer(activation);
        assertThat(mails(fault, SARA)).isZero();
        assertThat(mails(activation, SARA)).isEqualTo(1);
    }

    @Test
    void whoLeavesTheBodyIsToldNoMore() {
        name("Sara Zi");
        cast.at(
                CENTRE,
                () -> organizations.persons(List.of(body)).stream()
                        .filter(one -> one.person().name().equals("Sara Zi"))
                        .forEach(one -> organizations.change(
                                body,
                                one.id(),
                                new BodyPerson(
                                        PersonRole.SECRETARY,
                                        "Sara Zi",
                                        SARA,
                                        "",
                                        new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31))),
                                one.version())));
        TicketNumber number = open(Sharing.WHOLE_BODY, "assistenza");
        answer(number);
        assertThat(mails(number, SARA)).isZero();
    }

    @Test
    void thePersonsOfTheBodyAndTheOfficeNameThem() throws Exception {
        String area = StandingObserverController.IN_AREA;
        String office = StandingObserverController.of(body);
        add(area, "", true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli una persona")));
        add(area, "Nessuno", true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non è tra le persone")));
        add(area, "Tina Bo", true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non ha un indirizzo")));
        add(area, "Sara Zi", true).andExpect(redirectedUrl(area));
        add(office, "Sara Zi", false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("segue già")));
        add(office, "ruolo:RTD", false).andExpect(redirectedUrl(office));
        web.perform(get(area).with(cast.referente("tina-chiede", body.value(), CENTRE)))
                .andExpect(content().string(containsString("<strong>Sara Zi</strong>: tutte le categorie")))
                .andExpect(content().string(containsString("Togli: Responsabile per la transizione")));

        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        long sara = cast.at(CENTRE, () -> standing.of(body)).getFirst().id();
        web.perform(post(area + "/" + sara + "/fine").with(cast.referente(other.value(), CENTRE)));
        assertThat(cast.at(CENTRE, () -> standing.of(body)))
                .as("not by another body")
                .hasSize(2);
        web.perform(get(area).with(cast.referente(other.value(), CENTRE)))
                .andExpect(content().string(not(containsString("Sara Zi"))));
        web.perform(post(area + "/" + sara + "/fine").with(cast.referente(body.value(), CENTRE)))
                .andExpect(redirectedUrl(area));
        assertThat(cast.at(CENTRE, () -> standing.of(body))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/gestione/assistenza/enti/1/chi-segue, REDATTORE",
        "/gestione/assistenza/enti/1/chi-segue, REFERENTE",
        "/area/assistenza/chi-segue, COORDINATORE"
    })
    void theWrongRoleIsRefused(String address, Role role) throws Exception {
        web.perform(get(address).with(cast.with(role, CENTRE))).andExpect(status().isForbidden());
        web.perform(post(address).param("who", "ruolo:RTD").with(cast.with(role, CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(post(address + "/1/fine").with(cast.with(role, CENTRE))).andExpect(status().isForbidden());
    }

    private ResultActions add(String address, String who, boolean ofTheBody) throws Exception {
        return web.perform(post(address)
                .param("who", who)
                .with(
                        ofTheBody
                                ? cast.referente("tina-chiede", body.value(), CENTRE)
                                : cast.with(Role.OPERATORE, CENTRE)));
    }

    private void name(String who) {
        cast.at(CENTRE, () -> standing.add(body, who, List.of(), Desk.ANNA));
    }

    private Sharing observed(String name) {
        return cast.at(CENTRE, () -> observers.chosen(body, Audience.BODY, false, List.of(name)));
    }

    private TicketNumber open(Sharing sharing, String category) {
        NewTicket asked = new NewTicket(
                TicketType.REQUEST,
                category,
                Urgency.MEDIUM,
                "Serve un aiuto",
                "x",
                body,
                "Tina Bo",
                "elena@roccaverde.example.it");
        return cast.at(CENTRE, () -> tickets.open(asked.with(sharing), TINA));
    }

    private void answer(TicketNumber number) {
        cast.at(CENTRE, () -> tickets.write(number, Visibility.PUBLIC, "Fatto", Desk.ANNA));
    }

    private long mails(TicketNumber number, String address) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select count(*) from notices.mail where key like :key and recipient = :to")
                        .param("key", "ticket-" + number + "-%")
                        .param("to", address)
                        .query(Long.class)
                        .single());
    }
}
