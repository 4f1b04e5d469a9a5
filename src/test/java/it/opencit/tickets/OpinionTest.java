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

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class OpinionTest {

    private static final String CENTRE = Desk.CENTRE;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

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
    Opinions opinions;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aSolvedTicket() {
        clock.moveTo(MONDAY);
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La stampante tace"), Desk.ELENA));
        cast.at(CENTRE, () -> {
            tickets.move(number, TicketState.ASSIGNED, null, "", Desk.ANNA);
            tickets.move(number, TicketState.SOLVED, null, "Ora stampa", Desk.ANNA);
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theMailOfTheSolutionCarriesALinkThatNeedsNoSignIn() throws Exception {
        String link = link();
        web.perform(get(link).with(cast.nobody(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("La stampante tace")))
                .andExpect(content().string(not(containsString("Non si stampa più nulla"))));

        say(link, "4", "Veloci").andExpect(redirectedUrl(link));

        web.perform(get(Addresses.of(number)).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("4 su 5: «Veloci»")));
        web.perform(get(Addresses.inArea(number)).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(containsString("4 su 5")));
    }

    @Test
    void anOpinionIsOneAndChangesForAWeek() throws Exception {
        String link = link();
        say(link, "4", "Veloci").andExpect(redirectedUrl(link));
        clock.moveTo(MONDAY.plusDays(7));
        say(link, "2", "Si è rotta di nuovo").andExpect(redirectedUrl(link));
        clock.moveTo(MONDAY.plusDays(8));
        say(link, "5", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("entro 7 giorni")));
        assertThat(cast.at(CENTRE, () -> opinions.find(number)))
                .hasValueSatisfying(opinion -> assertThat(opinion.score()).isEqualTo(2));
        assertThat(cast.at(
                        CENTRE,
                        () -> jdbc.sql("select count(*) from tickets.opinion where ticket_id = :id")
                                .param("id", number.value())
                                .query(Long.class)
                                .single()))
                .isOne();
    }

    @Test
    void aLinkThatIsNotOursOrIsOldLeadsNowhere() throws Exception {
        String link = link();
        String other = link.replaceFirst("/parere/\\d+", "/parere/" + (number.value() + 1));
        for (String wrong : new String[] {other, link.substring(0, link.length() - 1) + "!", "/parere/1"}) {
            web.perform(get(wrong).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());
        }
        web.perform(get(link).with(cast.nobody(Cast.COLLI))).andExpect(status().isNotFound());
        clock.moveTo(MONDAY.plusDays(31));
        web.perform(get(link).with(cast.nobody(CENTRE))).andExpect(status().isNotFound());
        say(link, "5", "").andExpect(status().isNotFound());
    }

    @Test
    void slipsAreToldInPlaceAndAReopenedTicketAsksNothing() throws Exception {
        String link = link();
        say(link, "", "Bene")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli un voto da 1 a 5")))
                .andExpect(content().string(containsString("Bene</textarea>")));
        say(link, "9", "").andExpect(status().isUnprocessableContent());
        cast.at(CENTRE, () -> tickets.move(number, TicketState.ASSIGNED, null, "Non va ancora", Desk.ANNA));
        say(link, "5", "").andExpect(status().isUnprocessableContent());
        web.perform(get(link).with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("Il ticket non risulta risolto")));
    }

    @Test
    void whoLeftNoAddressSaysItInItsAreaAndOnlyOfItsOwnTickets() throws Exception {
        String path = Addresses.inArea(number) + "/parere";
        web.perform(get(Addresses.inArea(number)).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(containsString(path)));
        web.perform(post(path).param("score", "5").with(cast.referente(body.value(), CENTRE)))
                .andExpect(redirectedUrl(Addresses.inArea(number)));
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        web.perform(get(path).with(cast.referente(other.value(), CENTRE))).andExpect(status().isNotFound());
        web.perform(post(path).param("score", "1").with(cast.referente(other.value(), CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(get(path).with(cast.with(Role.COORDINATORE, CENTRE))).andExpect(status().isForbidden());
    }

    private String link() {
        String mail = cast.at(
                CENTRE,
                () -> jdbc.sql("select body from notices.mail where key like :key and body like '%/parere/%'")
                        .param("key", "ticket-" + number + "-v%")
                        .query(String.class)
                        .single());
        assertThat(mail).contains("http://" + CENTRE + ".localhost:");
        return mail.replaceFirst("(?s).*http://[^/]+(/parere/\\S+).*", "$1");
    }

    private ResultActions say(String link, String score, String text) throws Exception {
        return web.perform(post(link).param("score", score).param("text", text).with(cast.nobody(CENTRE)));
    }
}
