// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class BatchTest {

    private static final String CENTRE = "insieme";
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

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
    TicketStore store;

    @Autowired
    Batches batches;

    @Autowired
    Merges merges;

    @Autowired
    Tasks tasks;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    TicketReader reader;

    @Autowired
    Persons persons;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private List<TicketNumber> three = List.of();

    @BeforeEach
    void threeTickets() {
        clock.moveTo(NOW);
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        three = List.of(open("Uno"), open("Due"), open("Tre"));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theTickedOnesAreSeenBeforeTheyChangeAndThoseThatMayNotSayWhy() throws Exception {
        cast.at(CENTRE, () -> {
            tasks.add(three.get(1), "Provare col Comune", "", null, true);
            tickets.move(three.get(2), TicketState.DELETED, null, "Prova", Desk.ANNA);
        });
        web.perform(get(Addresses.TICKETS).with(office()))
                .andExpect(content().string(containsString("Scegli il ticket " + three.getFirst())));
        web.perform(get(BatchController.TOGETHER)
                        .param("n", three.get(0).toString(), three.get(1).toString(), "x")
                        .with(office()))
                .andExpect(content().string(containsString("2 ticket scelti")));
        Map<String, String> solving = Map.of("numbers", numbers(three), "act", "STATE", "state", "SOLVED");
        send(solving)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cambia un ticket")))
                .andExpect(content().string(containsString("«Provare col Comune»")))
                .andExpect(content().string(containsString("Il ticket è «Eliminato»")));
        assertThat(state(three.getFirst())).isEqualTo(TicketState.NEW);

        String done = confirmed(solving);

        assertThat(state(three.get(0))).isEqualTo(TicketState.SOLVED);
        assertThat(state(three.get(1))).isEqualTo(TicketState.NEW);
        web.perform(get(done).with(office()))
                .andExpect(content().string(containsString("Stato «Risolto»")))
                .andExpect(content().string(containsString("Anna Valenti")))
                .andExpect(content().string(containsString("Annulla tutto")))
                .andExpect(content().string(containsString("«Provare col Comune»")));
    }

    @Test
    void undoneForTenMinutesForThoseThatDidNotMoveOn() throws Exception {
        String done = confirmed(Map.of("numbers", numbers(three), "act", "STATE", "state", "SOLVED"));
        cast.at(CENTRE, () -> tickets.write(three.get(1), Visibility.INTERNAL, "Visto", Desk.ANNA));
        clock.moveTo(NOW.plusSeconds(500));
        Object told = web.perform(post(done + "/annullamento").with(office()))
                .andExpect(redirectedUrl(done))
                .andReturn()
                .getFlashMap()
                .get("notice");
        assertThat(String.valueOf(told)).contains("restano come sono, i ticket " + three.get(1) + ".");
        Ticket back = whole(three.get(0)).ticket();
        assertThat(back.state()).isEqualTo(TicketState.NEW);
        assertThat(back.assignee()).isNull();
        assertThat(back.taken()).isNull();
        assertThat(back.takeDue()).isNotNull();
        assertThat(state(three.get(1))).isEqualTo(TicketState.SOLVED);
        assertThat(state(three.get(2))).isEqualTo(TicketState.NEW);
        web.perform(post(done + "/annullamento").with(office())).andExpect(status().isUnprocessableContent());

        String later = confirmed(Map.of("numbers", three.get(0).toString(), "act", "STATE", "state", "SOLVED"));
        clock.moveTo(NOW.plusSeconds(500 + 601));
        web.perform(post(later + "/annullamento").with(office())).andExpect(status().isUnprocessableContent());
        assertThat(state(three.get(0))).isEqualTo(TicketState.SOLVED);
    }

    @Test
    void whatIsUndoneWaitsAgainForWhomItWaited() {
        TicketNumber waiting = three.getFirst();
        cast.at(
                CENTRE,
                () -> tickets.suspend(waiting, null, null, PauseCause.OTHER, "Si aspetta il consiglio", Desk.ANNA));
        long resumed = cast.at(
                CENTRE,
                () -> batches.apply(
                        new BatchAct.Change(TicketState.ASSIGNED, "Si riprende"), List.of(waiting), Desk.ANNA));
        assertThat(state(waiting)).isEqualTo(TicketState.ASSIGNED);

        cast.at(CENTRE, () -> batches.undo(resumed, Desk.ANNA));

        assertThat(state(waiting)).isEqualTo(TicketState.SUSPENDED);
        assertThat(cast.at(CENTRE, () -> store.waitsFor(waiting))).contains(PauseCause.OTHER);
    }

    @Test
    void whoIsGivenManyTicketsIsToldOnce() throws Exception {
        String carla = "carla-" + three.getFirst();
        cast.at(CENTRE, () -> {
            long id = persons.enrol(carla, "Carla Monti", "demo");
            persons.grant(id, Role.OPERATORE, null);
            persons.writeTo(id, carla + "@cit.example.it");
        });
        long id = cast.at(
                CENTRE,
                () -> batches.apply(
                        new BatchAct.Assign(new Assignee(Assignee.Kind.PERSON, carla, "Carla Monti")),
                        three,
                        Desk.ANNA));
        assertThat(mails(carla + "@cit.example.it"))
                .singleElement()
                .asString()
                .contains("3 ticket sono stati affidati a te da Anna Valenti", "/ticket/" + three.get(2));
        assertThat(state(three.get(0))).isEqualTo(TicketState.ASSIGNED);
        cast.at(CENTRE, () -> batches.undo(id, Desk.ANNA));
        assertThat(state(three.get(0))).isEqualTo(TicketState.NEW);
        assertThat(whole(three.get(0)).ticket().assignee()).isNull();
    }

    @Test
    void theCategoryChangesAndTheHistoryTellsIt() throws Exception {
        send(Map.of("numbers", numbers(three), "act", "CATEGORY", "category", "assistenza"))
                .andExpect(content().string(containsString("Nessuno dei ticket scelti può")));
        String done =
                confirmed(Map.of("numbers", numbers(three), "act", "CATEGORY", "category", "attivazione-rinnovo"));
        assertThat(category(three.get(0))).isEqualTo("attivazione-rinnovo");
        assertThat(whole(three.get(0)).events())
                .extracting(TicketViews::what)
                .contains("Categoria: da «Assistenza» a «Attivazione e rinnovo»");
        web.perform(post(done + "/annullamento").with(office())).andExpect(redirectedUrl(done));
        assertThat(category(three.get(0))).isEqualTo("assistenza");
        assertThat(whole(three.get(0)).events())
                .extracting(TicketViews::what)
                .contains("Categoria: da «Attivazione e rinnovo» a «Assistenza»");
    }

    @Test
    void aPauseOfManySaysWhatIsWaitedFor() throws Exception {
        web.perform(get(BatchController.TOGETHER)
                        .param("n", three.get(0).toString())
                        .with(office()))
                .andExpect(content().string(containsString("che cosa si aspetta")));
        Map<String, String> pause =
                Map.of("numbers", numbers(three), "act", "STATE", "state", "SUSPENDED", "cause", "SUPPLIER");
        send(pause)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Stato «In sospeso»: in attesa del fornitore")))
                .andExpect(content().string(containsString("name=\"cause\" value=\"SUPPLIER\"")));
        String done = confirmed(pause);
        assertThat(cast.at(CENTRE, () -> store.waitsFor(three.get(1)))).contains(PauseCause.SUPPLIER);
        assertThat(whole(three.get(1)).ledger().last().why()).isEqualTo("In sospeso: in attesa del fornitore");
        web.perform(post(done + "/annullamento").with(office())).andExpect(redirectedUrl(done));
        assertThat(state(three.get(1))).isEqualTo(TicketState.NEW);

        String one = three.get(0).toString();
        send(Map.of("numbers", one, "act", "STATE", "state", "SUSPENDED", "cause", "OTHER"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il motivo")));
        send(Map.of("numbers", one, "act", "STATE", "state", "SUSPENDED", "cause", "MOON"))
                .andExpect(status().isUnprocessableContent());
        confirmed(Map.of("numbers", one, "act", "STATE", "state", "SUSPENDED", "reason", "Manca il modulo"));
        assertThat(cast.at(CENTRE, () -> store.waitsFor(three.get(0)))).contains(PauseCause.BODY);
    }

    @Test
    void thePromiseOfAnotherCategoryHoldsOnlyWhenItIsAskedFor() throws Exception {
        cast.at(CENTRE, () -> {
            if (rulebooks.current().levels().stream()
                    .noneMatch(one -> one.code().equals("rinnovi"))) {
                rulebooks.promise(
                        new ServiceLevel(
                                0,
                                "rinnovi",
                                1,
                                "Rinnovi",
                                "attivazione-rinnovo",
                                null,
                                null,
                                java.time.Duration.ofHours(20),
                                java.time.Duration.ofHours(100)),
                        0,
                        "");
            }
        });
        Map<String, String> fields =
                Map.of("numbers", three.get(0).toString(), "act", "CATEGORY", "category", "attivazione-rinnovo");
        confirmed(fields);
        assertThat(whole(three.get(0)).ledger().last().level().title()).isEqualTo("Ordinario");

        Map<String, String> asked = new java.util.HashMap<>(fields);
        asked.put("numbers", three.get(1).toString());
        asked.put("promise", "si");
        confirmed(asked);
        assertThat(whole(three.get(1)).ledger().last().level().title()).isEqualTo("Rinnovi");
        assertThat(whole(three.get(1)).events())
                .extracting(TicketViews::what)
                .contains("Livello di servizio: da «Ordinario, versione 1» a «Rinnovi, versione 1»");
    }

    @Test
    void allThatTheFiltersFindAreWorkedAtOnce() throws Exception {
        List<TicketNumber> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(open("Una di tante"));
        }
        web.perform(get(BatchController.TOGETHER)
                        .param("tutti", "si")
                        .param("stato", "OPEN")
                        .param("ente", Long.toString(body.value()))
                        .with(office()))
                .andExpect(content().string(containsString("63 ticket scelti")));
        confirmed(Map.of("numbers", numbers(many), "act", "STATE", "state", "DELETED", "reason", "Prova"));
        assertThat(state(many.getLast())).isEqualTo(TicketState.DELETED);
    }

    @Test
    void whatIsMissingIsSaidWhereItIs() throws Exception {
        send(Map.of("numbers", "", "act", "STATE", "state", "SOLVED")).andExpect(status().isUnprocessableContent());
        web.perform(get(BatchController.TOGETHER).with(office()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nessun ticket scelto")));
        send(Map.of("numbers", numbers(three), "act", "ASSIGN"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli a chi dare il ticket")));
        send(Map.of("numbers", numbers(three), "act", "ALTRO")).andExpect(status().isUnprocessableContent());
        send(Map.of("numbers", numbers(three), "act", "STATE", "state", "SUSPENDED"))
                .andExpect(content().string(containsString("Scrivi il motivo")));
        cast.at(CENTRE, () -> merges.merge(three.get(0), three.get(1), Desk.ANNA));
        assertThatThrownBy(() -> cast.at(
                        CENTRE,
                        () -> batches.apply(
                                new BatchAct.Change(TicketState.ASSIGNED, "Riapro"), List.of(three.get(0)), Desk.ANNA)))
                .isInstanceOf(Refusal.class);
        web.perform(get(BatchController.TOGETHER).with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(get(Addresses.AREA).with(cast.referente(body.value(), CENTRE)))
                .andExpect(content().string(not(containsString("Lavora insieme"))));
    }

    private String confirmed(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(BatchController.TOGETHER).param("confirmed", "si");
        fields.forEach(request::param);
        return String.valueOf(web.perform(request.with(office()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private ResultActions send(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(BatchController.TOGETHER);
        fields.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private static String numbers(List<TicketNumber> numbers) {
        return numbers.stream().map(TicketNumber::toString).collect(Collectors.joining(","));
    }

    private TicketNumber open(String title) {
        return cast.at(CENTRE, () -> tickets.open(Desk.asked(body, title), Desk.ELENA));
    }

    private WholeTicket whole(TicketNumber number) {
        return cast.at(CENTRE, () -> reader.get(number, Viewer.OFFICE).whole());
    }

    private TicketState state(TicketNumber number) {
        return whole(number).ticket().state();
    }

    private String category(TicketNumber number) {
        return cast.at(
                CENTRE,
                () -> rulebooks
                        .current()
                        .category(whole(number).ticket().category())
                        .code());
    }

    private List<String> mails(String to) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select body from notices.mail where recipient = :to")
                        .param("to", to)
                        .query(String.class)
                        .list());
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
