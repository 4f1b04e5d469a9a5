// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
class CorrectionsTest {

    private static final String CENTRE = "correzioni";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    TicketReader reader;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicketOfRoccaverde() {
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
                                Duration.ofHours(20),
                                Duration.ofHours(100)),
                        0,
                        "");
            }
        });
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        number = cast.at(
                CENTRE,
                () -> tickets.open(
                        Desk.asked(body, "La stampante")
                                .with(new Sharing(
                                        Audience.BODY,
                                        false,
                                        List.of(new Observer("Ugo Neri", "ugo@roccaverde.example.it", "ugo")))),
                        Desk.ELENA));
    }

    @Test
    void whatWasThereStaysInTheHistoryWithTheReason() throws Exception {
        Instant opened = whole().ticket().opened();
        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("/correzione\">Correggi</a>")));
        web.perform(get(Addresses.of(number) + "/correzione").with(office()))
                .andExpect(content().string(containsString("value=\"La stampante\"")));

        correct(Map.of("title", "Il plotter", "category", "attivazione-rinnovo", "protocol", "12/2026"))
                .andExpect(redirectedUrl(Addresses.of(number)));

        web.perform(get(Addresses.of(number)).with(office()))
                .andExpect(content().string(containsString("Titolo: da «La stampante» a «Il plotter»")))
                .andExpect(content().string(containsString("Categoria: da «Assistenza» a «Attivazione e rinnovo»")))
                .andExpect(content().string(containsString("Protocollo: «12/2026»")))
                .andExpect(content().string(containsString("Letto meglio")));
        assertThat(whole().ticket().opened()).isEqualTo(opened);
        assertThat(whole().ledger().marks()).hasSize(1); // what was promised still is
        web.perform(get(Addresses.TICKETS).param("q", "plotter " + number).with(office()))
                .andExpect(content().string(containsString("Il plotter")));
        web.perform(get(Addresses.inArea(number)).with(cast.referente("elena", body.value(), CENTRE)))
                .andExpect(content().string(containsString("Il plotter")))
                .andExpect(content().string(not(containsString("Letto meglio"))));
    }

    @Test
    void aServiceThatTheCatalogueHasNotIsWritten() throws Exception {
        correct(Map.of("service", ServiceNames.OTHER)).andExpect(status().isUnprocessableContent());
        correct(Map.of("service", ServiceNames.OTHER, "otherService", "Protocollo informatico"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        assertThat(whole().ticket().service()).isEqualTo("Protocollo informatico");
        assertThat(whole().events()).extracting(TicketViews::what).contains("Servizio: «Protocollo informatico»");
    }

    @Test
    void thePromiseIsChosenAgainOnlyWhenTheOfficeSaysSo() throws Exception {
        correct(Map.of("category", "attivazione-rinnovo", "level", "si"))
                .andExpect(redirectedUrl(Addresses.of(number)));

        assertThat(whole().ledger().last().level().title()).isEqualTo("Rinnovi");
        assertThat(whole().ledger().last().why()).isEqualTo("Correzione: Letto meglio");
        assertThat(whole().events())
                .extracting(TicketViews::what)
                .contains("Livello di servizio: da «Ordinario, versione 1» a «Rinnovi, versione 1»");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                  | field          | value     | answer
      no reason             | reason         | ''        | Scrivi il motivo
      nothing else          | reason         | Perché    | niente di diverso da prima
      no title              | title          | ''        | Scrivi il titolo
      an unknown category   | category       | nessuna   | non c'è o non si usa più
      no body               | organizationId | ''        | Scegli l'ente
      an unknown body       | organizationId | 999999999 | Scegli l'ente
      """)
    void slipsAreToldInPlace(String slip, String field, String value, String answer) throws Exception {
        correct(Map.of(field, value))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)));
    }

    @Test
    void whoCorrectsSecondSeesWhatTheFirstDid() throws Exception {
        correct(Map.of("title", "Il plotter")).andExpect(redirectedUrl(Addresses.of(number)));
        correct(Map.of("title", "Lo scanner"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Che cosa è successo intanto")))
                .andExpect(content().string(containsString("value=\"Lo scanner\"")));
    }

    @Test
    void thePeopleOfTheBodyBeforeNeitherSeeItNorAreWrittenTo() throws Exception {
        OrganizationId right = cast.at(CENTRE, () -> Desk.body(organizations));
        RequestPostProcessor elena = cast.referente("elena", body.value(), CENTRE);
        RequestPostProcessor gianni = cast.referente("gianni", right.value(), CENTRE);
        web.perform(get(Addresses.inArea(number)).with(elena)).andExpect(status().isOk());
        web.perform(get(Addresses.inArea(number)).with(gianni)).andExpect(status().isNotFound());

        correct(Map.of("organizationId", right.toString(), "email", "non un indirizzo"))
                .andExpect(status().isUnprocessableContent());
        correct(Map.of(
                        "organizationId",
                        right.toString(),
                        "requester",
                        "Gianni Verdi",
                        "email",
                        "gianni" + number + "@altrove.example.it"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        cast.at(CENTRE, () -> tickets.write(number, Visibility.PUBLIC, "Ci siamo", Desk.ANNA));

        web.perform(get(Addresses.inArea(number)).with(elena)).andExpect(status().isNotFound());
        web.perform(get(Addresses.inArea(number)).with(cast.referente("ugo", body.value(), CENTRE)))
                .andExpect(status().isNotFound());
        web.perform(get(Addresses.inArea(number)).with(gianni))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Gianni Verdi")))
                .andExpect(content().string(not(containsString("Ugo Neri"))));
        assertThat(cast.at(
                        CENTRE,
                        () -> jdbc.sql("select recipient from notices.mail where key like :key order by id")
                                .param("key", "ticket-" + number + "-%")
                                .query(String.class)
                                .list()))
                .containsOnly("gianni" + number + "@altrove.example.it")
                .hasSize(2); // its number, and the answer
    }

    @Test
    void whatOnlyItsRequesterSawIsSeenByNobodyElsewhere() throws Exception {
        OrganizationId right = cast.at(CENTRE, () -> Desk.body(organizations));
        cast.at(CENTRE, () -> tickets.share(number, null, new Sharing(Audience.OWN, false, List.of()), Desk.ANNA));
        correct(Map.of("organizationId", right.toString(), "version", "1"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        web.perform(get(Addresses.inArea(number)).with(cast.referente("gianni", right.value(), CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void programsCorrectWhatTheySayAndNothingElse() throws Exception {
        String address = "/api/v1/tickets/" + number;
        web.perform(json(address, "{\"title\":\"Il plotter\",\"reason\":\"Letto meglio\"}", office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Il plotter"))
                .andExpect(jsonPath("$.category").value("assistenza"))
                .andExpect(jsonPath("$.events[1].kind").value("TITLE"))
                .andExpect(jsonPath("$.events[1].before").value("La stampante"))
                .andExpect(jsonPath("$.events[1].reason").value("Letto meglio"));
        web.perform(json(address, "{\"openedAt\":\"2020-01-01T00:00:00Z\",\"reason\":\"x\"}", office()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La data di apertura non si corregge")));
        web.perform(json(address, "{\"title\":\"Altro\"}", office())).andExpect(status().isUnprocessableContent());
        web.perform(json(address, "{\"title\":\"Altro\",\"reason\":\"x\",\"version\":0}", office()))
                .andExpect(status().isConflict());
        web.perform(json(address, "{\"title\":\"x\",\"reason\":\"x\"}", cast.referente(body.value(), CENTRE)))
                .andExpect(status().isForbidden());
        web.perform(json(address, "{\"title\":\"x\",\"reason\":\"x\"}", cast.coordinatore("correzioni-altrove")))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyTheOfficeCorrects() throws Exception {
        for (RequestPostProcessor other :
                List.of(cast.with(Role.REDATTORE, CENTRE), cast.referente(body.value(), CENTRE))) {
            web.perform(get(Addresses.of(number) + "/correzione").with(other)).andExpect(status().isForbidden());
            web.perform(post(Addresses.of(number) + "/correzione").with(other)).andExpect(status().isForbidden());
        }
        web.perform(get(Addresses.of(number) + "/correzione").with(cast.coordinatore("correzioni-altrove")))
                .andExpect(status().isNotFound());
    }

    /** A correction of what was opened, by fields. */
    private ResultActions correct(Map<String, String> changed) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of(
                "version",
                "0",
                "type",
                "FAULT",
                "category",
                "assistenza",
                "title",
                "La stampante",
                "organizationId",
                body.toString(),
                "reason",
                "Letto meglio"));
        fields.putAll(changed);
        MockHttpServletRequestBuilder request = post(Addresses.of(number) + "/correzione");
        fields.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private static MockHttpServletRequestBuilder json(String address, String body, RequestPostProcessor by) {
        return patch(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(by);
    }

    private WholeTicket whole() {
        return cast.at(CENTRE, () -> reader.get(number, Viewer.OFFICE)).whole();
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
