// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class SharingTest {

    private static final String CENTRE = "riservati";
    private static final Author GINO = new Author("gino", "Gino Neri", false);

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
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aBodyWithThreePersons() {
        cast.at(CENTRE, () -> {
            body = Desk.body(organizations);
            persons.grant(persons.enrol("gino", "Gino Neri", "demo"), Role.REFERENTE, body.value());
            persons.grant(persons.enrol("ida", "Ida Belli", "demo"), Role.REFERENTE, body.value());
            organizations.add(
                    body,
                    new BodyPerson(
                            PersonRole.RTD,
                            "Ida Belli",
                            "ida@roccaverde.example.it",
                            "",
                            new Period(LocalDate.of(2020, 1, 1), null)));
        });
    }

    @Test
    void eachSeesWhatIsItsOwnToSee() throws Exception {
        TicketNumber own = open("Solo mio", Audience.OWN, false, List.of());
        TicketNumber named = open("Con Ida", Audience.NAMED, false, List.of("Ida Belli"));
        TicketNumber all = open("Di tutti", Audience.BODY, false, List.of());
        TicketNumber secret = open("Molto riservato", Audience.BODY, true, List.of());

        web.perform(get("/api/v1/tickets").with(by("gino"))).andExpect(jsonPath("$.items", hasSize(4)));
        web.perform(get("/api/v1/tickets").with(by("ida"))).andExpect(jsonPath("$.items", hasSize(2)));
        web.perform(get("/api/v1/tickets").with(by("ugo"))).andExpect(jsonPath("$.items", hasSize(1)));
        web.perform(get(Addresses.AREA).with(by("ugo")))
                .andExpect(content().string(containsString("Di tutti")))
                .andExpect(content().string(not(containsString("Molto riservato"))));
        for (TicketNumber hidden : List.of(own, secret)) {
            String address = Addresses.inArea(hidden);
            web.perform(get(address).with(by("ida"))).andExpect(status().isNotFound());
            web.perform(post(address + "/risposte").param("text", "x").with(by("ida")))
                    .andExpect(status().isNotFound());
            web.perform(get("/api/v1/tickets/" + hidden).with(by("ida"))).andExpect(status().isNotFound());
            web.perform(get(Addresses.of(hidden)).with(cast.with(Role.OPERATORE, CENTRE)))
                    .andExpect(status().isOk());
        }
        web.perform(get(Addresses.inArea(named)).with(by("ida")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ida Belli")));
        web.perform(get(Addresses.inArea(named)).with(by("ugo"))).andExpect(status().isNotFound());
        web.perform(get(Addresses.inArea(all)).with(by("ugo"))).andExpect(status().isOk());
        web.perform(get("/gestione/enti/" + body).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(not(containsString("Molto riservato"))));
    }

    @Test
    void observersGetTheAnswersOnceAndNothingConfidentialLeavesByMail() {
        TicketNumber open = open("Con Ida", Audience.NAMED, false, List.of("ida"));
        TicketNumber secret = open("Molto riservato", Audience.BODY, true, List.of("Ida Belli"));
        cast.at(CENTRE, () -> {
            tickets.write(open, Visibility.PUBLIC, "Fatto presto", Desk.ANNA);
            tickets.write(open, Visibility.INTERNAL, "Nota", Desk.ANNA);
            tickets.write(secret, Visibility.PUBLIC, "La busta paga", Desk.ANNA);
        });
        assertThat(mails(open))
                .hasSize(2) // the requester and Ida
                .allMatch(mail -> mail.contains("Fatto presto"))
                .anyMatch(mail -> mail.startsWith("ida@"));
        assertThat(mails(secret)).hasSize(2).noneMatch(mail -> mail.contains("busta") || mail.contains("Molto"));
    }

    @Test
    void theOfficeChangesWhoSeesAndSlipsAreTold() throws Exception {
        TicketNumber number = open("Di tutti", Audience.BODY, false, List.of());
        String address = Addresses.of(number) + "/visibilita";
        RequestPostProcessor office = cast.with(Role.OPERATORE, CENTRE);
        web.perform(post(address).param("audience", "NAMED").with(office))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli almeno una persona")));
        web.perform(post(address)
                        .param("audience", "OWN")
                        .param("observers", "Ida Belli")
                        .with(office))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(address)
                        .param("audience", "NAMED")
                        .param("observers", "Nessuno")
                        .with(office))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(address).param("audience", "BODY").with(office)).andExpect(status().isUnprocessableContent());
        web.perform(post(address)
                        .param("audience", "NAMED")
                        .param("observers", "Ida Belli")
                        .with(office))
                .andExpect(redirectedUrl(Addresses.of(number)));
        web.perform(get(Addresses.of(number)).with(office))
                .andExpect(content().string(containsString("Chi vede il ticket: Solo chi")));
        web.perform(get(Addresses.inArea(number)).with(by("ugo"))).andExpect(status().isNotFound());
        web.perform(post(address).with(by("gino"))).andExpect(status().isForbidden());
    }

    @Test
    void theFormOffersOnlyPersonsOfTheBodyAndNobodyOfTheCentre() throws Exception {
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        cast.at(CENTRE, () -> {
            persons.grant(persons.enrol("zoe", "Zoe Altrove", "demo"), Role.REFERENTE, other.value());
            persons.grant(persons.enrol("carlo", "Carlo Agente", "demo"), Role.OPERATORE, null);
        });
        web.perform(get(Addresses.AREA + "/nuovo")
                        .param("categoria", "assistenza")
                        .with(by("gino")))
                .andExpect(content().string(containsString("Ida Belli (Responsabile per la transizione digitale)")))
                .andExpect(content().string(not(containsString("Zoe Altrove"))))
                .andExpect(content().string(not(containsString("Carlo Agente"))));
        web.perform(post(Addresses.AREA + "/nuovo")
                        .param("category", "assistenza")
                        .param("title", "Con un estraneo")
                        .param("description", "x")
                        .param("audience", "NAMED")
                        .param("observers", "Zoe Altrove")
                        .with(by("gino")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non è tra le persone")));
        web.perform(post(Addresses.AREA + "/nuovo")
                        .param("category", "assistenza")
                        .param("title", "Con Ida")
                        .param("description", "x")
                        .param("audience", "NAMED")
                        .param("observers", "Ida Belli")
                        .with(by("gino")))
                .andExpect(status().is3xxRedirection());
        String json =
                "{\"type\":\"FAULT\",\"title\":\"API\",\"description\":\"x\",\"visibility\":\"NAMED\",\"confidential\":true,\"observers\":[\"ida\"]}";
        web.perform(post("/api/v1/tickets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(by("gino")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.visibility").value("NAMED"))
                .andExpect(jsonPath("$.confidential").value(true))
                .andExpect(jsonPath("$.observers[0]").value("Ida Belli"));
    }

    private TicketNumber open(String title, Audience audience, boolean confidential, List<String> names) {
        return cast.at(
                CENTRE,
                () -> tickets.open(
                        Desk.asked(body, title).with(observers.chosen(body, audience, confidential, names)), GINO));
    }

    private RequestPostProcessor by(String username) {
        return cast.referente(username, body.value(), CENTRE);
    }

    private List<String> mails(TicketNumber number) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql(
                                "select recipient || ' ' || subject || ' ' || body from notices.mail where key like :key")
                        .param("key", "ticket-" + number + "-%")
                        .query(String.class)
                        .list());
    }
}
