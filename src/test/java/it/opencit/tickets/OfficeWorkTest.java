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
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class OfficeWorkTest {

    private static final String CENTRE = "lavori";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicket() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La PEC non risponde"), Desk.ELENA));
    }

    @Test
    void aReadyAnswerIsCheckedWhenSavedAndFilledWhenInserted() throws Exception {
        String address = CannedAnswerController.ADDRESS;
        RequestPostProcessor anna = cast.coordinatore(CENTRE);
        send(anna, address + "/nuova", Map.of("title", "Con uno sbaglio", "text", "Caro {sindaco}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Niente riempie {sindaco}")))
                .andExpect(content().string(containsString("{richiedente}")));
        String title = "Rinnovata " + number;
        String text = "Gentile {richiedente}, il ticket {ticket} di {ente} è risolto. {operatore}";
        send(anna, address + "/nuova", Map.of("title", title, "text", text, "category", "assistenza"))
                .andExpect(redirectedUrl(address));
        send(anna, address + "/nuova", Map.of("title", title, "text", text))
                .andExpect(status().isUnprocessableContent());
        long id = id(title);

        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString(title)));
        send(
                        office(),
                        Addresses.of(number) + "/risposte/pronta",
                        Map.of("canned", Long.toString(id), "text", "Buongiorno."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Buongiorno.\n\nGentile Elena Riva, il ticket " + number)))
                .andExpect(content().string(containsString("Anna Valenti</textarea>")));
        TicketNumber other = cast.at(
                CENTRE,
                () -> tickets.open(
                        new NewTicket(
                                TicketType.REQUEST, "attivazione-rinnovo", Urgency.LOW, "Altro", "x", body, "", ""),
                        Desk.ELENA));
        web.perform(get(Addresses.of(other)).with(office())).andExpect(content().string(not(containsString(title))));
        web.perform(get(address).with(office())).andExpect(status().isForbidden());
        web.perform(post(address + "/nuova").with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aBlockingTaskHoldsTheSolutionBack() throws Exception {
        String ticket = Addresses.of(number);
        send(office(), ticket + "/attivita", Map.of("title", "")).andExpect(status().isUnprocessableContent());
        send(office(), ticket + "/attivita", Map.of("title", "Chiedere", "due", "31/02/2026"))
                .andExpect(status().isUnprocessableContent());
        send(office(), ticket + "/attivita", Map.of("title", "Chiedere", "assignee", "nessuno"))
                .andExpect(status().isUnprocessableContent());
        send(
                        office(),
                        ticket + "/attivita",
                        Map.of("title", "Rinnovare il certificato", "blocking", "si", "due", "30/11/2026"))
                .andExpect(redirectedUrl(ticket));
        send(office(), ticket + "/attivita", Map.of("title", "Avvisare")).andExpect(redirectedUrl(ticket));

        send(office(), ticket + "/stato", Map.of("state", "SOLVED"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«Rinnovare il certificato»")))
                .andExpect(content().string(not(containsString("«Avvisare»"))));
        send(office(), ticket + "/risposte", Map.of("text", "Fatto", "then", "SOLVED"))
                .andExpect(status().isUnprocessableContent());
        long task = cast.at(
                CENTRE,
                () -> jdbc.sql("select id from tickets.task where ticket_id = :id and blocking")
                        .param("id", number.value())
                        .query(Long.class)
                        .single());
        send(office(), ticket + "/attivita/" + task, Map.of("done", "si")).andExpect(redirectedUrl(ticket));
        send(office(), ticket + "/attivita/" + task, Map.of("done", "si")).andExpect(status().isUnprocessableContent());
        web.perform(get(ticket).with(office())).andExpect(content().string(containsString("Da rifare")));
        send(office(), ticket + "/stato", Map.of("state", "SOLVED")).andExpect(redirectedUrl(ticket));
        send(office(), ticket + "/attivita", Map.of("title", "Tardi")).andExpect(status().isUnprocessableContent());
        web.perform(get(Addresses.inArea(number)).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(not(containsString("Rinnovare il certificato"))));
        web.perform(post(ticket + "/attivita").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void anAnswerIsKeptWhileItIsTypedUntilItIsSent() throws Exception {
        String ticket = Addresses.of(number);
        web.perform(post(ticket + "/bozza")
                        .param("text", "A metà")
                        .header("X-Draft", "si")
                        .with(office()))
                .andExpect(status().isNoContent());
        web.perform(get(ticket).with(office())).andExpect(content().string(containsString("A metà</textarea>")));
        send(office(), ticket + "/bozza", Map.of("text", "Quasi tutta")).andExpect(redirectedUrl(ticket));
        web.perform(get(ticket).with(office())).andExpect(content().string(containsString("Quasi tutta</textarea>")));
        send(office(), ticket + "/risposte", Map.of("text", "Tutta")).andExpect(redirectedUrl(ticket));
        web.perform(get(ticket).with(office())).andExpect(content().string(not(containsString("Quasi tutta"))));
        web.perform(post(ticket + "/bozza").param("text", "x").with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aRequestOfABodyIsKeptForThePersonWhoTypesIt() throws Exception {
        String form = Addresses.AREA + "/nuovo";
        RequestPostProcessor elena = cast.referente("elena" + number, body.value(), CENTRE);
        send(elena, form + "/bozza", Map.of("category", "assistenza", "title", "Da finire", "description", "Poi"))
                .andExpect(redirectedUrl(form + "?categoria=assistenza"));
        String page = web.perform(get(form).param("categoria", "assistenza").with(elena))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("value=\"Da finire\"").contains("Poi</textarea>");
        web.perform(get(form)
                        .param("categoria", "assistenza")
                        .with(cast.referente("ugo" + number, body.value(), CENTRE)))
                .andExpect(content().string(not(containsString("Da finire"))));
        send(elena, form, Map.of("category", "assistenza", "title", "Finita", "description", "Ecco"))
                .andExpect(status().is3xxRedirection());
        web.perform(get(form).param("categoria", "assistenza").with(elena))
                .andExpect(content().string(not(containsString("Da finire"))));
        web.perform(post(form + "/bozza").with(office())).andExpect(status().isForbidden());
    }

    private long id(String title) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select id from tickets.canned_answer where title = :title")
                        .param("title", title)
                        .query(Long.class)
                        .single());
    }

    private ResultActions send(RequestPostProcessor by, String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        fields.forEach(request::param);
        return web.perform(request.with(by));
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
