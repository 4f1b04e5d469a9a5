// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class CommonFaultTest {

    private static final String CENTRE = "guasti";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketLinks links;

    @Autowired
    CommonFaults faults;

    @Autowired
    TicketReader reader;

    @Autowired
    Merges merges;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    private TicketNumber fault = new TicketNumber(1);
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aFault() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        fault = open(body, "Fibra tagliata a valle", "");
    }

    @Test
    void fortyBodiesAreAnsweredAndTheirTicketsSolvedAtOnce() {
        List<TicketNumber> children = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            OrganizationId each = cast.at(CENTRE, () -> Desk.body(organizations));
            children.add(open(each, "Internet non va", "comune" + i + "-" + fault + "@enti.example.it"));
        }
        cast.at(CENTRE, () -> links.link(fault, Relation.CHILD, children, Desk.ANNA));
        TicketNumber twice = open(body, "Ancora ferma la rete", "comune0-" + fault + "@enti.example.it");
        cast.at(CENTRE, () -> links.link(twice, Relation.PARENT, List.of(fault), Desk.ANNA));

        CommonFaults.Outcome outcome = cast.at(
                CENTRE,
                () -> faults.answer(
                        fault,
                        null,
                        Message.of(Visibility.PUBLIC, "La fibra è riparata.", TicketState.SOLVED),
                        List.of(),
                        Desk.ANNA));

        assertThat(outcome.done()).isEqualTo(41);
        assertThat(outcome.left()).isEmpty();
        children.forEach(child -> {
            WholeTicket whole = whole(child);
            assertThat(whole.ticket().state()).isEqualTo(TicketState.SOLVED);
            assertThat(whole.entries())
                    .filteredOn(entry -> entry.visibility() == Visibility.PUBLIC)
                    .hasSize(1);
        });
        for (int i = 0; i < 40; i++) {
            assertThat(mails("comune" + i + "-" + fault + "@enti.example.it", "La fibra è riparata"))
                    .hasSize(1);
        }
    }

    @Test
    void thoseThatMayNotFollowAreToldWithTheReason() throws Exception {
        TicketNumber ready = open(body, "Non si stampa", "");
        TicketNumber held = open(body, "Non si naviga", "");
        TicketNumber gone = open(body, "Non serve più", "");
        cast.at(CENTRE, () -> {
            links.link(fault, Relation.CHILD, List.of(ready, held, gone), Desk.ANNA);
            tasks.add(held, "Provare col Comune", "", null, true);
            tickets.move(gone, TicketState.DELETED, null, "Doppio", Desk.ANNA);
        });
        send(Addresses.of(fault) + "/stato", Map.of("state", "SUSPENDED", "reason", "Pezzi", "family", "si"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("solo «Risolto» o «Chiuso»")));
        web.perform(get(Addresses.of(fault)).with(office()))
                .andExpect(content().string(containsString("Anche ai 3 ticket che ne fanno parte")));
        var told = send(Addresses.of(fault) + "/stato", Map.of("state", "SOLVED", "family", "si"))
                .andExpect(redirectedUrl(Addresses.of(fault)))
                .andReturn()
                .getFlashMap()
                .get("notice");
        assertThat(String.valueOf(told))
                .contains("anche a 1 ticket", "n. " + held, "«Provare col Comune»", "n. " + gone, "«Eliminato»");
        assertThat(whole(ready).ticket().state()).isEqualTo(TicketState.SOLVED);
        assertThat(whole(held).ticket().state()).isEqualTo(TicketState.NEW);
        assertThat(whole(fault).ticket().state()).isEqualTo(TicketState.SOLVED);
    }

    @Test
    void aBodySeesOnlyThatItIsPartOfACommonFault() throws Exception {
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        TicketNumber mine = open(body, "La rete è lenta", "");
        TicketNumber theirs = open(other, "Segreto di un altro Comune", "");
        cast.at(CENTRE, () -> links.link(fault, Relation.CHILD, List.of(mine, theirs), Desk.ANNA));
        cast.at(CENTRE, () -> links.unlink(fault, theirs, Desk.ANNA));
        cast.at(CENTRE, () -> links.link(mine, Relation.RELATED, List.of(theirs), Desk.ANNA));

        web.perform(get(Addresses.inArea(mine)).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(containsString("Fa parte di un guasto comune già in lavorazione")))
                .andExpect(content().string(not(containsString("Segreto"))))
                .andExpect(content().string(not(containsString("Fibra tagliata"))));
        web.perform(get("/api/v1/tickets/" + mine).with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.links").isEmpty())
                .andExpect(content().string(not(containsString("Segreto"))));
        web.perform(get("/api/v1/tickets/" + mine).with(office()))
                .andExpect(jsonPath("$.links[?(@.relation == 'PARENT')].number").value((int) fault.value()))
                .andExpect(jsonPath("$.links[?(@.relation == 'RELATED')].title").value("Segreto di un altro Comune"));
        web.perform(get(Addresses.of(fault)).with(office()))
                .andExpect(content().string(containsString("La rete è lenta")))
                .andExpect(content().string(containsString("Ne fa parte")));
    }

    @Test
    void noCommonFaultIsBelowAnotherAndNoTicketBelowTwo() throws Exception {
        TicketNumber child = open(body, "Uno", "");
        TicketNumber second = open(body, "Due", "");
        link(fault, "CHILD", child).andExpect(redirectedUrl(Addresses.of(fault)));
        link(fault, "CHILD", child).andExpect(content().string(containsString("Già collegati: " + child)));
        link(second, "CHILD", child).andExpect(content().string(containsString("Fanno parte di un altro")));
        link(second, "CHILD", fault).andExpect(content().string(containsString("guasto comune: togli prima")));
        link(child, "CHILD", second).andExpect(content().string(containsString("fa già parte di un guasto comune")));
        link(second, "PARENT", child).andExpect(content().string(containsString("fa già parte di un guasto comune")));
        link(second, "RELATED", second).andExpect(content().string(containsString("a sé stesso")));
        link(second, "RELATED", new TicketNumber(999_999)).andExpect(content().string(containsString("999999")));
        send(Addresses.of(second) + "/collegamenti", Map.of("relation", "CHILD"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli almeno un ticket")));
        cast.at(CENTRE, () -> tickets.move(child, TicketState.DELETED, null, "Prova", Desk.ANNA));
        link(second, "RELATED", child).andExpect(content().string(containsString("«Eliminato»: ripristinalo")));
        send(Addresses.of(fault) + "/collegamenti/" + child + "/rimozione", Map.of())
                .andExpect(redirectedUrl(Addresses.of(fault)));
        cast.at(CENTRE, () -> tickets.move(child, TicketState.NEW, null, "", Desk.ANNA));
        link(second, "CHILD", child).andExpect(redirectedUrl(Addresses.of(second)));
        TicketNumber third = open(body, "Tre", "");
        cast.at(CENTRE, () -> merges.merge(third, fault, Desk.ANNA));
        link(second, "RELATED", third).andExpect(content().string(containsString("è unito al ticket " + fault)));
    }

    @Test
    void ticketsToLinkAreFoundByNumbersAndByWords() throws Exception {
        TicketNumber one = open(body, "Antenna storta sul municipio", "");
        String page = Addresses.of(fault) + "/collegamenti";
        web.perform(get(page).param("q", one + ", " + fault).with(office()))
                .andExpect(content().string(containsString("Antenna storta")))
                .andExpect(content().string(containsString("Ticket " + one + ": ")))
                .andExpect(content().string(not(containsString("aria-label=\"Ticket " + fault + ": "))));
        web.perform(get(page).param("q", "antenne storte").with(office()))
                .andExpect(content().string(containsString("Antenna storta")));
        web.perform(get(page).param("q", "nessunaparolacosì").with(office()))
                .andExpect(content().string(containsString("Nessun altro ticket")));
        web.perform(get(page).with(cast.referente(body.value(), CENTRE))).andExpect(status().isForbidden());
    }

    @Test
    void programsLinkAndUnlink() throws Exception {
        TicketNumber child = open(body, "Uno", "");
        String address = "/api/v1/tickets/" + fault + "/links";
        String json = "{\"relation\":\"CHILD\",\"tickets\":[" + child + "]}";
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(office()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.links[0].relation").value("CHILD"));
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(office()))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(delete(address + "/" + child).with(office()))
                .andExpect(jsonPath("$.links").isEmpty());
        web.perform(delete(address + "/" + child).with(office())).andExpect(status().isUnprocessableContent());
    }

    private ResultActions link(TicketNumber number, String relation, TicketNumber other) throws Exception {
        return send(Addresses.of(number) + "/collegamenti", Map.of("relation", relation, "others", other.toString()));
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        fields.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }

    private TicketNumber open(OrganizationId of, String title, String email) {
        NewTicket asked = Desk.asked(of, title);
        return cast.at(
                CENTRE,
                () -> tickets.open(
                        new NewTicket(
                                asked.type(),
                                asked.category(),
                                asked.urgency(),
                                title,
                                asked.description(),
                                of,
                                "Elena Riva",
                                email),
                        Desk.ELENA,
                        Instant.now()));
    }

    private WholeTicket whole(TicketNumber number) {
        return cast.at(CENTRE, () -> reader.get(number, Viewer.OFFICE).whole());
    }

    private List<String> mails(String to, String words) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select subject from notices.mail where recipient = :to and body like :words")
                        .param("to", to)
                        .param("words", "%" + words + "%")
                        .query(String.class)
                        .list());
    }
}
