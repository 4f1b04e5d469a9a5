// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Each test has a centre of its own: what it decides would change the others'. */
@OpenCitTest
class CategoryTemplateTest {

    private static final String TEMPLATE = Addresses.SETTINGS + "/categorie/assistenza/modello";
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
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
    Suppliers suppliers;

    @Autowired
    SupplierDesks desks;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketReader reader;

    @Autowired
    CitizenDesk citizenDesk;

    @Autowired
    PublicForms forms;

    @Autowired
    JdbcClient jdbc;

    private String centre = "";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aCentreOfItsOwn() {
        centre = "modello" + ++centres;
        body = cast.at(centre, () -> Desk.body(organizations));
        open();
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aTicketGetsTheTasksOfItsCategoryAndKeepsThemWhenTheTemplateChanges() throws Exception {
        keep(0, Map.of("task-0", "Verificare la rete", "task-0-blocking", "si", "task-1", "Richiamare"));
        TicketNumber before = open();
        assertThat(tasks(before))
                .extracting(Task::title, Task::blocking)
                .containsExactly(tuple("Verificare la rete", true), tuple("Richiamare", false));
        send(office(), Addresses.of(before) + "/stato", Map.of("version", "0", "state", "ASSIGNED"));
        send(office(), Addresses.of(before) + "/stato", Map.of("version", "1", "state", "SOLVED"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«Verificare la rete»")));

        keep(1, Map.of("task-0", "Aprire il contatore"));
        assertThat(tasks(open())).extracting(Task::title).containsExactly("Aprire il contatore");
        assertThat(tasks(before)).hasSize(2);
        web.perform(get(Addresses.of(before)).with(office()))
                .andExpect(content().string(containsString("<dd>versione 1</dd>")));
        web.perform(get(Addresses.inArea(before)).with(cast.referente(body.value(), centre)))
                .andExpect(content().string(not(containsString("Verificare la rete"))));
        keep(2, Map.of("task-0", "Aprire il contatore")); // the same again makes none
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void theUsualAssigneeIsProposedOrHasItAtOnce() throws Exception {
        SupplierId supplier = cast.at(centre, () -> Desk.supplier(suppliers));
        cast.at(centre, () -> desks.keep(supplier, true, "aiuto@rete.example.it", 0));
        keep(0, Map.of("to", Assignee.code(supplier)));
        TicketNumber proposed = open();
        assertThat(ticket(proposed).state()).isEqualTo(TicketState.NEW);
        web.perform(get(Addresses.of(proposed) + "/assegnazione").with(office()))
                .andExpect(content().string(containsString("value=\"" + Assignee.code(supplier) + "\" selected")));

        keep(1, Map.of("to", Assignee.code(supplier), "atOnce", "si"));
        TicketNumber given = open();
        assertThat(ticket(given).state()).isEqualTo(TicketState.ASSIGNED);
        assertThat(ticket(given).assignee())
                .isNotNull()
                .satisfies(one -> assertThat(one.supplier()).isEqualTo(supplier));
        web.perform(get(Addresses.of(given)).with(office()))
                .andExpect(content().string(containsString("Categoria «Assistenza»")));

        int version = cast.at(centre, () -> desks.get(supplier).version());
        cast.at(centre, () -> desks.keep(supplier, false, "", version));
        assertThat(ticket(open()).state()).isEqualTo(TicketState.NEW); // nobody to give it to
    }

    @Test
    void theSupplierThatHasAConfidentialTicketAtOnceReadsNothingOfItInItsMail() throws Exception {
        SupplierId supplier = cast.at(centre, () -> Desk.supplier(suppliers));
        cast.at(centre, () -> desks.keep(supplier, true, "aiuto@rete.example.it", 0));
        keep(0, Map.of("to", Assignee.code(supplier), "atOnce", "si"));
        NewTicket asked = Desk.asked(body, "Casella del licenziato").with(new Sharing(Audience.BODY, true, List.of()));

        TicketNumber number = cast.at(centre, () -> tickets.open(asked, Desk.ELENA));

        assertThat(cast.at(
                        centre,
                        () -> jdbc.sql(
                                        "select subject || body from notices.mail where recipient = 'aiuto@rete.example.it'")
                                .query(String.class)
                                .list()))
                .singleElement()
                .asString()
                .contains(number.toString())
                .doesNotContain("Casella del licenziato")
                .doesNotContain(asked.description());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                   | field         | value      | answer
      at once to nobody      | atOnce        | si         | Scegli a chi assegnare subito
      an unknown assignee    | to            | gruppo-999 | gruppo-999
      a choice of one        | field-0-type  | CHOICE     | scrivi almeno due voci
      a field without a kind | field-0-type  |            | Scegli che cosa si scrive
      """)
    void aTemplateThatCannotBeIsRefused(String slip, String field, String value, String answer) throws Exception {
        Map<String, String> typed = new HashMap<>(
                Map.of("version", "0", "field-0-label", "Interno", "field-0-type", "TEXT", "task-0", "Resta"));
        typed.put(field, value == null ? "" : value);
        send(office(), TEMPLATE, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)))
                .andExpect(content().string(containsString("value=\"Resta\"")));
        assertThat(versions()).isZero();
    }

    @Test
    void theSecondToChangeATemplateIsTold() throws Exception {
        keep(0, Map.of("title", "Primo"));
        send(office(), TEMPLATE, Map.of("version", "0", "title", "Secondo"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Intanto qualcun altro")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
    }

    @Test
    void onlyTheCoordinatorDecidesAndOnlyForItsCentre() throws Exception {
        web.perform(get(TEMPLATE).with(office())).andExpect(status().isOk());
        for (Role role : List.of(Role.OPERATORE, Role.AMMINISTRATIVO, Role.REDATTORE)) {
            web.perform(get(TEMPLATE).with(cast.with(role, centre))).andExpect(status().isForbidden());
            web.perform(post(TEMPLATE).with(cast.with(role, centre))).andExpect(status().isForbidden());
        }
        keep(0, Map.of("title", "Nostro"));
        web.perform(get(TEMPLATE).with(cast.coordinatore("modello-altrui")))
                .andExpect(content().string(not(containsString("Nostro"))));
    }

    @Test
    void whatTheTemplateProposesIsInTheFormAndWhatItWantsIsRefusedWithoutIt() throws Exception {
        keep(
                0,
                Map.of(
                        "title", "Password da cambiare",
                        "description", "Di quale programma?",
                        "need-PROTOCOL", "si",
                        "need-URGENCY", "si",
                        "need-EMAIL", "si"));
        String form = Addresses.AREA + "/nuovo";
        RequestPostProcessor elena = cast.referente("elena-modello", body.value(), centre);
        web.perform(get(form).param("categoria", "assistenza").with(elena))
                .andExpect(content().string(containsString("value=\"Password da cambiare\"")))
                .andExpect(content().string(containsString("Di quale programma?</textarea>")))
                .andExpect(content().string(containsString("<option value=\"\" selected>Scegli…</option>")))
                .andExpect(content().string(containsString("name=\"protocol\"")));
        Map<String, String> typed =
                new HashMap<>(Map.of("category", "assistenza", "title", "Accesso", "description", "Non entro"));
        send(elena, form, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli l'urgenza")))
                .andExpect(content().string(containsString("Scrivi numero e data di protocollo")))
                .andExpect(content().string(containsString("a cui mandare gli avvisi")));
        typed.putAll(Map.of("urgency", "LOW", "protocol", "12/2026", "email", "elena@example.it"));
        send(elena, form, typed).andExpect(status().is3xxRedirection());
        api(office(), "\"urgency\": \"LOW\", \"email\": \"a@example.it\"")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("protocol"));
    }

    @Test
    void theOwnFieldsOfACategoryAreAskedKeptShownAndFound() throws Exception {
        keep(0, fields());
        String form = Addresses.TICKETS + "/nuovo";
        web.perform(get(form).param("categoria", "assistenza").with(office()))
                .andExpect(content().string(containsString("name=\"risposta-postazione\"")))
                .andExpect(content().string(containsString("Il cartellino sotto lo schermo")));
        Map<String, String> typed = new HashMap<>(Map.of(
                "category", "assistenza",
                "organizationId", body.toString(),
                "title", "Non si accende",
                "description", "Nulla",
                "risposta-sede", "Teatro",
                "risposta-dal", "31/02/2026"));
        send(office(), form, typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Compila il campo «Postazione»")))
                .andExpect(content().string(containsString("31/02/2026")));
        typed.putAll(
                Map.of("risposta-postazione", "Zefiro77", "risposta-sede", "Municipio", "risposta-dal", "16/11/2026"));
        String address = String.valueOf(send(office(), form, typed)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        String number = address.replaceAll("\\D", "");

        keep(1, Map.of("field-0-label", "Telefono", "field-0-type", "TEXT")); // the answers keep their labels
        web.perform(get(address).with(office()))
                .andExpect(content().string(containsString("<dt>Postazione</dt><dd>Zefiro77</dd>")))
                .andExpect(content().string(containsString("<dt>Dal</dt><dd>16/11/2026</dd>")));
        web.perform(get(Addresses.AREA + "/" + number).with(cast.referente(body.value(), centre)))
                .andExpect(content().string(containsString("<dt>Sede</dt><dd>Municipio</dd>")));
        long other = cast.at(centre, () -> Desk.body(organizations)).value();
        web.perform(get(Addresses.AREA + "/" + number).with(cast.referente(other, centre)))
                .andExpect(status().isNotFound());
        web.perform(get("/api/v1/tickets/" + number).with(office()))
                .andExpect(jsonPath("$.formVersion").value(1))
                .andExpect(jsonPath("$.answers[0].key").value("postazione"))
                .andExpect(jsonPath("$.answers[0].value").value("Zefiro77"));
        web.perform(get(Addresses.TICKETS).param("q", "zefiro77").with(office()))
                .andExpect(content().string(containsString(address + "\"")));
        web.perform(get(Addresses.AREA).param("q", "zefiro77").with(cast.referente(body.value(), centre)))
                .andExpect(content().string(containsString(Addresses.AREA + "/" + number + "\"")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      answers                                            | field              | detail
      {}                                                 | answers.postazione | Postazione: Compila il campo
      {"postazione": "P1", "sede": "Teatro"}             | answers.sede       | Sede: Scegli
      {"postazione": "P1", "dal": "ieri"}                | answers.dal        | Dal: La data «ieri»
      {"postazione": "P1", "colore": "blu"}              | answers.colore     | I suoi campi sono: postazione, sede, dal
      """)
    void aProgramIsToldWhichAnswerIsWrong(String answers, String field, String detail) throws Exception {
        keep(0, fields());
        api(office(), "\"answers\": " + answers)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail", containsString(detail)));
        api(cast.referente(body.value(), centre), "\"answers\": {\"postazione\": \"P1\", \"dal\": \"2026-11-16\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.answers[1].value").value("16/11/2026"));
    }

    @Test
    void aCitizenIsAskedWhatTheCategoryAsks() throws Exception {
        clock.moveTo(NOW);
        cast.at(centre, () -> {
            jdbc.sql("update centres.centre set privacy_text = 'Si legge qui.' where id = opencit.current_centre()")
                    .update();
            citizenDesk.decide(new CitizenDesk.Settings(true, body));
        });
        String template = Addresses.SETTINGS + "/categorie/segnalazioni-dei-cittadini/modello";
        Map<String, String> typed = new HashMap<>(fields());
        typed.put("version", "0");
        send(office(), template, typed).andExpect(status().is3xxRedirection());
        String token = cast.at(centre, () -> forms.token());
        clock.moveTo(NOW.plus(Duration.ofMinutes(1)));
        Map<String, String> report = new HashMap<>(Map.of(
                "modulo", token,
                "name", "Lucia Bo",
                "email", "lucia-modello@example.it",
                "category", "segnalazioni-dei-cittadini",
                "title", "Buca",
                "description", "Grande",
                "consent", "si"));
        RequestPostProcessor nobody = cast.nobody(centre);
        Map<String, String> shown = new HashMap<>(report);
        shown.put("mostra", "si");
        send(nobody, CitizenController.REPORT, shown)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"risposta-postazione\"")))
                .andExpect(content().string(containsString("value=\"Buca\"")));
        send(nobody, CitizenController.REPORT, report)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Compila il campo «Postazione»")));
        report.put("risposta-postazione", "Via Roma 3");
        send(nobody, CitizenController.REPORT, report).andExpect(status().isOk());
        String kept = cast.at(
                centre,
                () -> jdbc.sql("select answers ->> 'postazione' from tickets.ticket order by id desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(kept).isEqualTo("Via Roma 3");
    }

    private static Map<String, String> fields() {
        return Map.of(
                "field-0-label", "Postazione",
                "field-0-type", "TEXT",
                "field-0-required", "si",
                "field-0-help", "Il cartellino sotto lo schermo",
                "field-1-label", "Sede",
                "field-1-type", "CHOICE",
                "field-1-options", "Municipio\nBiblioteca",
                "field-2-label", "Dal",
                "field-2-type", "DATE");
    }

    private void keep(int version, Map<String, String> fields) throws Exception {
        Map<String, String> typed = new HashMap<>(fields);
        typed.put("version", Integer.toString(version));
        send(office(), TEMPLATE, typed).andExpect(redirectedUrl(Addresses.SETTINGS + "/categorie/assistenza"));
    }

    private TicketNumber open() {
        return cast.at(centre, () -> tickets.open(Desk.asked(body, "Non si accende"), Desk.ELENA));
    }

    private Ticket ticket(TicketNumber number) {
        return cast.at(centre, () -> reader.get(number, Viewer.OFFICE).whole().ticket());
    }

    private List<Task> tasks(TicketNumber number) {
        return cast.at(centre, () -> reader.get(number, Viewer.OFFICE).whole().tasks());
    }

    private int versions() {
        return cast.at(
                centre,
                () -> jdbc.sql("select count(*) from tickets.category_template")
                        .query(Integer.class)
                        .single());
    }

    private RequestPostProcessor office() {
        return cast.coordinatore(centre);
    }

    private ResultActions api(RequestPostProcessor by, String more) throws Exception {
        return web.perform(post("/api/v1/tickets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"type": "FAULT", "title": "Lenta", "description": "Molto", "organizationId": "%s", %s}""".formatted(body, more))
                .with(by));
    }

    private ResultActions send(RequestPostProcessor by, String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        fields.forEach(request::param);
        return web.perform(request.with(by));
    }
}
