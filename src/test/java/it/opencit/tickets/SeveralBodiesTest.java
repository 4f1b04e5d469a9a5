// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
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
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Marta works for two bodies of three; in the second one, for its Tributi. */
@OpenCitTest
class SeveralBodiesTest {

    private static final String CENTRE = "piu-enti";
    private static final String CHOICE = "/area/ente";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Author GINO = new Author("gino-solo", "Gino Neri", false);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Autowired
    Tickets tickets;

    private final String marta = "marta-" + NUMBER.incrementAndGet();
    private OrganizationId first = new OrganizationId(1);
    private OrganizationId second = new OrganizationId(1);
    private OrganizationId third = new OrganizationId(1);
    private TicketNumber ofFirst = new TicketNumber(1);
    private TicketNumber ofSecond = new TicketNumber(1);
    private TicketNumber ofThird = new TicketNumber(1);

    @BeforeEach
    void aPersonOfTwoBodies() {
        cast.at(CENTRE, () -> {
            first = Desk.body(organizations);
            second = Desk.body(organizations);
            third = Desk.body(organizations);
            long person = persons.enrol(marta, "Marta Gatti", "demo");
            persons.grant(person, Role.REFERENTE, first.value());
            persons.grant(person, Role.REFERENTE, second.value());
            works(second, "Marta Gatti", "Tributi");
            persons.grant(persons.enrol("gino-solo", "Gino Neri", "demo"), Role.REFERENTE, second.value());
            persons.grant(persons.enrol("gino-solo", "Gino Neri", "demo"), Role.REFERENTE, first.value());
            works(first, "Gino Neri", "Tributi");
            works(second, "Gino Neri", "Tributi");
            ofFirst = open(first, "Del primo", Audience.BODY);
            open(first, "Tributi del primo", Audience.OFFICE);
            ofSecond = open(second, "Del secondo", Audience.BODY);
            open(second, "Tributi del secondo", Audience.OFFICE);
            open(second, "Solo di Gino", Audience.OWN);
            ofThird = open(third, "Del terzo", Audience.BODY);
        });
    }

    private void works(OrganizationId body, String name, String office) {
        organizations.add(
                body,
                new BodyPerson(PersonRole.CONTACT, name, "", "", office, new Period(LocalDate.of(2020, 1, 1), null)));
    }

    private TicketNumber open(OrganizationId body, String title, Audience audience) {
        return tickets.open(Desk.asked(body, title).with(new Sharing(audience, false, List.of())), GINO);
    }

    @Test
    void onPagesTheBodyIsChosenFirstAndThenOnlyItIsSeen() throws Exception {
        Cookie session = signIn();
        page("/area/assistenza/nuovo?categoria=assistenza", session)
                .andExpect(redirectedUrl(CHOICE + "?poi=%2Farea%2Fassistenza%2Fnuovo%3Fcategoria%3Dassistenza"));
        page("/area", session).andExpect(redirectedUrl(CHOICE + "?poi=%2Farea"));
        web.perform(post(Addresses.AREA + "/nuovo").cookie(session).with(cast.nobody(CENTRE)))
                .andExpect(redirectedUrl(CHOICE));
        page(CHOICE, session)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(name(first))))
                .andExpect(content().string(not(containsString(name(third)))));

        choose(first, "/area/assistenza", session).andExpect(redirectedUrl("/area/assistenza"));
        page(Addresses.AREA, session)
                .andExpect(content().string(containsString(name(first))))
                .andExpect(content().string(containsString("Del primo")))
                .andExpect(content().string(not(containsString("Tributi del primo"))))
                .andExpect(content().string(not(containsString("Del secondo"))));
        page(Addresses.inArea(ofFirst), session).andExpect(status().isOk());
        page(Addresses.inArea(ofSecond), session).andExpect(status().isNotFound());

        choose(second, "https://altrove.example.it", session).andExpect(redirectedUrl("/area"));
        page(Addresses.AREA, session)
                .andExpect(content().string(containsString("Tributi del secondo")))
                .andExpect(content().string(not(containsString("Solo di Gino"))))
                .andExpect(content().string(not(containsString("Del primo"))));
        page(Addresses.inArea(ofFirst), session).andExpect(status().isNotFound());
    }

    @Test
    void noBodyIsChosenBesidesTheOwnOnes() throws Exception {
        Cookie session = signIn();
        choose(third, "", session)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli uno degli enti")));
        page(Addresses.AREA, session).andExpect(status().is3xxRedirection());
        web.perform(get(CHOICE).with(cast.with(Role.OPERATORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(post(CHOICE).param("body", first.toString()).with(cast.with(Role.COORDINATORE, CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(get(CHOICE).with(cast.nobody(CENTRE))).andExpect(status().is3xxRedirection());
    }

    @Test
    void whoHasOneBodyIsNotAsked() throws Exception {
        web.perform(get(Addresses.AREA).with(cast.referente("elena", first.value(), CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("cambia ente"))));
    }

    @Test
    void aProgramReadsThoseOfAllItsBodiesAsItSeesEach() throws Exception {
        String list = program("/api/v1/tickets").andReturn().getResponse().getContentAsString();
        assertThat(list)
                .contains("Del primo", "Del secondo", "Tributi del secondo")
                .doesNotContain("Tributi del primo", "Solo di Gino", "Del terzo");
        program("/api/v1/tickets?organizationId=" + first).andExpect(jsonPath("$.items", hasSize(1)));
        program("/api/v1/tickets?organizationId=" + third).andExpect(jsonPath("$.items", hasSize(3)));
        program("/api/v1/tickets?q=tributi").andExpect(jsonPath("$.items", hasSize(1)));
        program("/api/v1/tickets?limit=1").andExpect(jsonPath("$.next").isNotEmpty());
        program("/api/v1/tickets/" + ofFirst).andExpect(status().isOk());
        program("/api/v1/tickets/" + ofSecond).andExpect(status().isOk());
        program("/api/v1/tickets/" + ofThird).andExpect(status().isNotFound());
    }

    @Test
    void aProgramNamesOneOfItsBodiesToOpenATicket() throws Exception {
        opens("")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("organizationId"));
        opens(third.toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("organizationId"));
        opens(second.toString())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.organizationId").value(second.toString()));
    }

    @Test
    void theOtherInterfacesKnowAllItsBodiesToo() throws Exception {
        program("/api/v1/subscriptions")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("organizationId"));
        program("/api/v1/subscriptions?organizationId=" + first).andExpect(status().isOk());
        program("/api/v1/subscriptions?organizationId=" + third).andExpect(status().isUnprocessableContent());
        program("/api/v1/organizations/" + second + "/offers").andExpect(status().isOk());
        program("/api/v1/organizations/" + third + "/offers").andExpect(status().isNotFound());
        program("/api/v1/dues/2026").andExpect(status().isOk());
    }

    private ResultActions opens(String body) throws Exception {
        return web.perform(post("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"type\":\"FAULT\",\"title\":\"x\",\"description\":\"y\""
                        + (body.isEmpty() ? "" : ",\"organizationId\":\"" + body + "\"") + "}")
                .with(cast.nobody(CENTRE))
                .with(httpBasic(marta, "demo")));
    }

    private ResultActions program(String address) throws Exception {
        return web.perform(get(address).with(cast.nobody(CENTRE)).with(httpBasic(marta, "demo")));
    }

    private Cookie signIn() throws Exception {
        return Objects.requireNonNull(web.perform(post("/accesso")
                        .param("nome", marta)
                        .param("parola", "demo")
                        .with(cast.nobody(CENTRE)))
                .andExpect(redirectedUrl("/area"))
                .andReturn()
                .getResponse()
                .getCookie("opencit"));
    }

    private ResultActions page(String address, Cookie session) throws Exception {
        return web.perform(get(address).cookie(session).with(cast.nobody(CENTRE)));
    }

    private ResultActions choose(OrganizationId body, String after, Cookie session) throws Exception {
        return web.perform(post(CHOICE)
                .param("body", body.toString())
                .param("poi", after)
                .cookie(session)
                .with(cast.nobody(CENTRE)));
    }

    private String name(OrganizationId body) {
        return cast.at(CENTRE, () -> organizations.get(body)).fullName();
    }
}
