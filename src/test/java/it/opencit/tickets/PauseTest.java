// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.Map;
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

@OpenCitTest
class PauseTest {

    private static final String CENTRE = "pause";
    private static final Author CARLA = new Author("carla-pause", "Carla Monti", true);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Persons persons;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketReader reader;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicketOfASupplier() {
        cast.at(CENTRE, () -> {
            long carla = persons.enrol(CARLA.username(), CARLA.name(), "molto segreta");
            persons.grant(carla, Role.OPERATORE, null);
            persons.writeTo(carla, "carla@pause.example.it");
            body = Desk.body(organizations);
            Supplier rete = suppliers.get(Desk.supplier(suppliers));
            number = tickets.open(Desk.asked(body, "La fibra è giù"), Desk.ELENA);
            tickets.assign(number, null, Assignee.of(rete), "", CARLA);
        });
    }

    @ParameterizedTest(name = "waiting for {0}: {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      cause    | who writes | goes on
      BODY     | body       | true
      BODY     | supplier   | false
      SUPPLIER | body       | false
      SUPPLIER | supplier   | true
      OTHER    | body       | false
      OTHER    | supplier   | false
      """)
    void onlyWhoIsWaitedForMakesItGoOn(PauseCause cause, String who, boolean goesOn) {
        Author supplier = cast.at(
                CENTRE,
                () -> Author.of(
                        "fabio",
                        suppliers.get(java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(
                                        whole().ticket().assignee())
                                .supplier()))));
        cast.at(CENTRE, () -> tickets.suspend(number, null, null, cause, "Il pezzo", CARLA));

        cast.at(
                CENTRE,
                () -> tickets.write(
                        number,
                        who.equals("body") ? Visibility.PUBLIC : Visibility.SUPPLIER,
                        "Eccomi",
                        who.equals("body") ? Desk.ELENA : supplier));

        assertThat(whole().ticket().state()).isEqualTo(goesOn ? TicketState.ASSIGNED : TicketState.SUSPENDED);
        assertThat(whole().ledger().last().running()).isEqualTo(goesOn);
    }

    @Test
    void theCauseIsChosenAndTheClockTellsIt() throws Exception {
        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("in attesa del fornitore</option>")));
        act(Map.of("state", "SUSPENDED", "reason", "Il pezzo"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli che cosa si aspetta")))
                .andExpect(content().string(containsString("value=\"Il pezzo\"")));
        act(Map.of("state", "SUSPENDED", "cause", "OTHER"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il motivo")));
        act(Map.of("state", "SUSPENDED", "cause", "SUPPLIER", "reason", "Il pezzo"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("In sospeso: in attesa del fornitore: Il pezzo")))
                .andExpect(content().string(containsString("In mano a chi")))
                .andExpect(content().string(not(containsString("in attesa del fornitore</option>"))));
        act(Map.of("state", "TO_BE_TESTED"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il motivo")));
        act(Map.of("state", "TO_BE_TESTED", "reason", "Provare insieme"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("Da testare: Provare insieme")));
        web.perform(post(Addresses.of(number) + "/stato")
                        .param("state", "SUSPENDED")
                        .param("cause", "BODY")
                        .with(cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
    }

    @Test
    void anAnswerThatSuspendsWaitsForTheBody() {
        cast.at(
                CENTRE,
                () -> tickets.write(
                        number,
                        null,
                        Visibility.PUBLIC,
                        "Quale versione avete?",
                        TicketState.SUSPENDED,
                        CARLA,
                        java.time.Instant.now()));
        assertThat(whole().ledger().last().why()).isEqualTo("In sospeso: in attesa dell'ente: Quale versione avete?");
        cast.at(CENTRE, () -> tickets.write(number, Visibility.PUBLIC, "La due", Desk.ELENA));
        assertThat(whole().ticket().state()).isEqualTo(TicketState.ASSIGNED);
    }

    @Test
    void programsSayForWhomItWaitsAndReadWhoHadIt() throws Exception {
        web.perform(post("/api/v1/tickets/" + number + "/transitions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"state\":\"SUSPENDED\",\"waitingFor\":\"BODY\"}")
                        .with(office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("SUSPENDED"));
        web.perform(get("/api/v1/tickets/" + number + "/clock").with(office()))
                .andExpect(jsonPath("$.ledger[1].why").value("In sospeso: in attesa dell'ente"))
                .andExpect(jsonPath("$.held[0].holder").value(containsString("Fornitore: Rete Srl")));
    }

    @Test
    void whatASupplierWritesIsToldToWhoGaveItTheTicket() {
        Author supplier = cast.at(
                CENTRE,
                () -> Author.of(
                        "fabio",
                        suppliers.get(java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(
                                        whole().ticket().assignee())
                                .supplier()))));
        cast.at(CENTRE, () -> tickets.write(number, Visibility.SUPPLIER, "Domani alle nove", supplier));
        assertThat(cast.at(
                        CENTRE,
                        () -> jdbc.sql("select body from notices.mail where recipient = :to order by id desc limit 1")
                                .param("to", "carla@pause.example.it")
                                .query(String.class)
                                .single()))
                .contains("Il fornitore ha scritto nel ticket n. " + number)
                .contains("Domani alle nove");
    }

    private ResultActions act(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(Addresses.of(number) + "/stato");
        fields.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private WholeTicket whole() {
        return cast.at(CENTRE, () -> reader.get(number, Viewer.OFFICE)).whole();
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
