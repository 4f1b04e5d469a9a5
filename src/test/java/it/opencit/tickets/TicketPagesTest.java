// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class TicketPagesTest {

    private static final String CENTRE = Desk.CENTRE;

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
    Suppliers suppliers;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private TicketNumber number = new TicketNumber(1);

    @BeforeEach
    void aTicket() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        number = cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "La stampante <tace>"), Desk.ELENA));
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theOfficeWorksATicketFromOpeningToSolution() throws Exception {
        act("stato", Map.of("version", "0", "state", "ASSIGNED")).andExpect(redirectedUrl(Addresses.of(number)));
        act("note", Map.of("version", "1", "text", "Sentire il fornitore"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        act("risposte", Map.of("version", "2", "text", "Ora stampa.", "then", "SOLVED"))
                .andExpect(redirectedUrl(Addresses.of(number)));

        show(office())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("La stampante &lt;tace&gt;")))
                .andExpect(content().string(containsString("Nota interna: l'ente non la vede")))
                .andExpect(content().string(containsString("Risposta del centro")))
                .andExpect(content().string(containsString("Registro dei tempi")))
                .andExpect(content().string(containsString("40 h promesse")))
                .andExpect(content().string(containsString("In lavorazione (assegnato) → Risolto")))
                .andExpect(content().string(containsString("Aggiungi un file")));
        act("stato", Map.of("version", "4", "state", "CLOSED")).andExpect(redirectedUrl(Addresses.of(number)));
        show(office())
                .andExpect(content().string(containsString("Rispondi all'ente")))
                .andExpect(content().string(not(containsString("Aggiungi un file"))));
        String mails = cast.at(
                CENTRE,
                () -> String.join(
                        "\n",
                        jdbc.sql(
                                        "select recipient || ' ' || subject || ' ' || body from notices.mail where key like :key")
                                .param("key", "ticket-" + number + "-%")
                                .query(String.class)
                                .list()));
        assertThat(mails.lines().filter(line -> line.contains("elena@roccaverde.example.it")))
                .hasSize(1); // one event, one mail
        assertThat(mails).contains("risulta risolto").contains("Ora stampa.").doesNotContain("fornitore");
    }

    @Test
    void theSecondToWriteSeesWhatTheFirstDidAndKeepsItsText() throws Exception {
        act("risposte", Map.of("version", "0", "text", "Ci guardo io")).andExpect(redirectedUrl(Addresses.of(number)));

        act("risposte", Map.of("version", "0", "text", "No, ci guardo io"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No, ci guardo io</textarea>")))
                .andExpect(content().string(containsString("Che cosa è successo intanto")))
                .andExpect(content().string(containsString("«Ci guardo io»")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        act("risposte", Map.of("version", "1", "text", "No, ci guardo io"))
                .andExpect(redirectedUrl(Addresses.of(number)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                      | path         | field    | value     | answer
      a pause without a cause   | stato        | state    | SUSPENDED | Scegli che cosa si aspetta
      closing what is new       | stato        | state    | CLOSED    | non può diventare «Chiuso»
      an empty answer           | risposte     | text     |           | Scrivi il testo
      nobody chosen             | assegnazione | to       |           | Scegli a chi dare il ticket
      somebody unknown          | assegnazione | to       | nessuno   | non è tra le persone del centro
      urgency without a reason  | urgenza      | urgency  | HIGH      | Scrivi il motivo
      """)
    void slipsAreToldInPlace(String slip, String path, String field, String value, String answer) throws Exception {
        act(path, Map.of("version", "0", field, value == null ? "" : value))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)));
    }

    @Test
    void aTicketIsGivenToASupplierAndItsUrgencyChanges() throws Exception {
        SupplierId rete = cast.at(CENTRE, () -> Desk.supplier(suppliers));
        String name = cast.at(CENTRE, () -> suppliers.get(rete).name());
        act("assegnazione", Map.of("version", "0", "to", "fornitore-" + rete))
                .andExpect(redirectedUrl(Addresses.of(number)));
        act("urgenza", Map.of("version", "1", "urgency", "BLOCKING", "reason", "Fermi tutti"))
                .andExpect(redirectedUrl(Addresses.of(number)));
        show(office())
                .andExpect(content().string(containsString("Fornitore: " + name)))
                .andExpect(content().string(containsString("Urgenza bloccante: Fermi tutti")))
                .andExpect(content().string(containsString("Bloccante, versione 1")));
    }

    @Test
    void theOpeningCannotBeChangedEvenByHand() {
        assertThatThrownBy(() -> cast.at(
                        CENTRE,
                        () -> jdbc.sql(
                                        "update tickets.ticket set opened_at = opened_at - interval '1 day' where id = :id")
                                .param("id", number.value())
                                .update()))
                .hasStackTraceContaining("cannot be changed");
        for (String table : new String[] {"segment", "ticket_event", "entry"}) {
            assertThatThrownBy(() -> cast.at(
                            CENTRE,
                            () -> jdbc.sql("delete from tickets." + table).update()))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theCountersOfTheBoardAreThoseOfTheList() throws Exception {
        String board = text(web.perform(get(Addresses.BOARD).with(office())));
        String number = board.replaceAll("(?s).*stato=NEW\"><strong>([\\d.]+)</strong>.*", "$1");
        assertThat(text(web.perform(get(Addresses.TICKETS).param("stato", "NEW").with(office()))))
                .contains(number + " ticket</p>");
        long counted = cast.at(
                CENTRE,
                () -> jdbc.sql("select count(*) from tickets.ticket where state = 'NEW'")
                        .query(Long.class)
                        .single());
        assertThat(number).isEqualTo(it.opencit.shared.pages.Italian.number(counted));
        assertThat(board)
                .contains("In lavorazione (pianificate)")
                .contains("Contratti in scadenza nei prossimi 30 giorni");
    }

    @Test
    void theListIsFilteredByItsAddressAndExportedWhole() throws Exception {
        String name = cast.at(CENTRE, () -> organizations.get(body).fullName());
        web.perform(get(Addresses.TICKETS)
                        .param("q", name)
                        .param("stato", "OPEN")
                        .param("ente", body.toString())
                        .with(office()))
                .andExpect(content().string(containsString("1 ticket")))
                .andExpect(content().string(containsString("ticket.csv?q=")));
        String csv = text(web.perform(get(Addresses.TICKETS + "/ticket.csv")
                .param("ente", body.toString())
                .with(office())));
        assertThat(csv).contains(name + ";Elena Riva;Assistenza;Guasto o malfunzionamento;Media");
    }

    @Test
    void aTicketIsOpenedOnBehalfOfABodyWithAFileOrNotAtAll() throws Exception {
        web.perform(get(Addresses.TICKETS + "/nuovo").with(office()))
                .andExpect(content().string(containsString("Attivazione e rinnovo")));
        web.perform(get(Addresses.TICKETS + "/nuovo")
                        .param("categoria", "attivazione-rinnovo")
                        .with(office()))
                .andExpect(content().string(containsString("name=\"protocol\"")))
                .andExpect(content().string(not(containsString("name=\"urgency\""))));
        MockMultipartHttpServletRequestBuilder wrong = multipart(Addresses.TICKETS + "/nuovo")
                .file(new MockMultipartFile("file", "a.exe", "application/pdf", new byte[] {'M', 'Z'}))
                .param("category", "assistenza")
                .param("organizationId", body.toString())
                .param("title", "Con un file sbagliato")
                .param("description", "x");
        web.perform(wrong.with(office()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Con un file sbagliato\"")));
        assertThat(text(web.perform(
                        get(Addresses.TICKETS).param("q", "sbagliato").with(office()))))
                .contains("Nessun ticket con questi filtri");
        web.perform(post(Addresses.TICKETS + "/nuovo")
                        .param("category", "assistenza")
                        .param("title", "")
                        .param("email", "non è posta")
                        .with(office()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli l'ente")));
    }

    @Test
    void aBodyAsksAnswersConfirmsAndReopens() throws Exception {
        RequestPostProcessor elena = cast.referente(body.value(), CENTRE);
        String address = Objects.requireNonNull(web.perform(multipart(Addresses.AREA + "/nuovo")
                        .file(new MockMultipartFile(
                                "file",
                                "foto.pdf",
                                "application/pdf",
                                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
                        .param("category", "assistenza")
                        .param("type", "FAULT")
                        .param("urgency", "HIGH")
                        .param("title", "Non parte il server")
                        .param("description", "Dal temporale di ieri.")
                        .with(elena))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        TicketNumber ours = TicketNumber.valueOf(address.replaceAll(".*/", ""));
        cast.at(CENTRE, () -> {
            tickets.write(ours, Visibility.INTERNAL, "Nota di Carlotta", Desk.ANNA);
            tickets.move(ours, TicketState.SUSPENDED, null, "Si aspetta l'ente", Desk.ANNA);
        });
        web.perform(post(address + "/risposte")
                        .param("text", "È ripartito da solo")
                        .with(elena))
                .andExpect(redirectedUrl(address));
        String page = text(web.perform(get(address).with(elena)));
        assertThat(page)
                .contains("In lavorazione (assegnato)") // an answer resumes at once
                .contains("Risposta dell'ente")
                .contains("/allegati/")
                .doesNotContain("Carlotta")
                .doesNotContain("Registro dei tempi")
                .doesNotContain("Si aspetta");
        web.perform(post(address + "/conferma").with(elena)).andExpect(status().isUnprocessableContent());
        cast.at(CENTRE, () -> tickets.move(ours, TicketState.SOLVED, null, "", Desk.ANNA));
        web.perform(post(address + "/conferma").with(elena)).andExpect(redirectedUrl(address));
        web.perform(post(address + "/riapertura").param("text", "").with(elena))
                .andExpect(status().isUnprocessableContent());
        clock.moveTo(LocalDate.now(clock).plusDays(12));
        web.perform(post(address + "/riapertura").param("text", "Di nuovo").with(elena))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("da più di 10 giorni")));
        clock.moveTo(LocalDate.now(clock).minusDays(5));
        web.perform(post(address + "/riapertura").param("text", "Di nuovo").with(elena))
                .andExpect(redirectedUrl(address));
    }

    @Test
    void aBodyReachesNothingOfAnother() throws Exception {
        OrganizationId other = cast.at(CENTRE, () -> Desk.body(organizations));
        RequestPostProcessor stranger = cast.referente(other.value(), CENTRE);
        String address = Addresses.inArea(number);

        web.perform(get(address).with(stranger)).andExpect(status().isNotFound());
        web.perform(post(address + "/risposte").param("text", "x").with(stranger))
                .andExpect(status().isNotFound());
        web.perform(post(address + "/conferma").with(stranger)).andExpect(status().isNotFound());
        web.perform(get(address + "/allegati/1").with(stranger)).andExpect(status().isNotFound());
        web.perform(get(Addresses.AREA).with(stranger))
                .andExpect(content().string(containsString("non ha ancora chiesto assistenza")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Addresses.BOARD,
                Addresses.TICKETS,
                Addresses.TICKETS + "/nuovo",
                Addresses.TICKETS + "/ticket.csv"
            })
    void onlyTheOfficeSeesItsPages(String address) throws Exception {
        web.perform(get(address).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(address).with(cast.referente(body.value(), CENTRE))).andExpect(status().isForbidden());
        web.perform(get(address).with(cast.nobody(CENTRE))).andExpect(status().is3xxRedirection());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATORE", "AMMINISTRATIVO", "OPERATORE"})
    void theOfficeDoesNotWorkInTheArea(Role role) throws Exception {
        web.perform(get(Addresses.AREA).with(cast.with(role, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(Addresses.BOARD).with(cast.with(role, CENTRE))).andExpect(status().isOk());
        web.perform(get(Addresses.SETTINGS).with(cast.with(role, CENTRE)))
                .andExpect(role == Role.COORDINATORE ? status().isOk() : status().isForbidden());
    }

    private ResultActions act(String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(Addresses.of(number) + "/" + path);
        fields.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private ResultActions show(RequestPostProcessor by) throws Exception {
        return web.perform(get(Addresses.of(number)).with(by));
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
