// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.tickets.ServiceLevel.Target;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each test has a centre of its own: what it decides would change the others'. */
@OpenCitTest
class TicketSettingsTest {

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
    Tickets tickets;

    @Autowired
    TicketReader reader;

    private String centre = "";

    @BeforeEach
    void aCentreOfItsOwn() {
        centre = "tempi" + ++centres;
        clock.moveTo(LocalDate.of(2026, 11, 16)); // a Monday, at ten
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void aNewCalendarMovesTheTermsOfOpenTicketsAndNotThePast() throws Exception {
        TicketNumber running = open();
        TicketNumber paused = open();
        cast.at(centre, () -> tickets.move(paused, TicketState.SUSPENDED, null, "Si aspetta", Desk.ANNA));
        clock.moveTo(LocalDate.of(2026, 11, 17)); // 5 h 30 min on Monday, 1 h 30 min on Tuesday: 7 h

        Map<String, String> form = calendar();
        form.put("FRIDAY", "");
        form.put("closures", "19/11/2026 Trasloco");
        send("/orario", form).andExpect(redirectedUrl(Addresses.SETTINGS));

        cast.at(centre, () -> {
            Ledger ledger = reader.get(running, Viewer.OFFICE).whole().ledger();
            assertThat(ledger.marks()).hasSize(2);
            assertThat(ledger.elapsed(clock.instant())).isEqualTo(Duration.ofHours(7));
            // 33 h left: 5.5 Tuesday, 7 Wednesday, none Thursday and Friday, 7 Monday to Wednesday is 33.5 less half an
            // hour
            assertThat(ledger.due(Target.SOLUTION).map(Times::shown)).hasValue("2026-11-25 16:30");
            assertThat(reader.get(running, Viewer.OFFICE).whole().ticket().solutionDue())
                    .isEqualTo(ledger.due(Target.SOLUTION).orElseThrow());
            assertThat(reader.get(paused, Viewer.OFFICE).whole().ledger().marks())
                    .hasSize(2);
        });
        web.perform(get(Addresses.SETTINGS).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Versione 2")))
                .andExpect(content().string(containsString("Trasloco")))
                .andExpect(content().string(containsString("Immacolata")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                 | field    | value                    | answer
      hours backwards      | MONDAY   | 12:00-08:00              | non è un orario
      hours that overlap   | TUESDAY  | 08:00-12:00, 11:00-13:00 | si sovrappongono
      no hours             | MONDAY   | mattina                  | non è un orario
      a patron of no month | patron   | 31/02                    | non è un giorno dell
      a closure of no day  | closures | Natale                   | non è un giorno di chiusura
      no reason            | reason   |                          | Scrivi il motivo
      """)
    void aCalendarThatCannotBeIsRefusedAndStaysAsTyped(String slip, String field, String value, String answer)
            throws Exception {
        Map<String, String> form = calendar();
        form.put(field, value == null ? "" : value);
        send("/orario", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)))
                .andExpect(content().string(containsString("08:00-13:00")));
    }

    @Test
    void theSecondToChangeTheCalendarSeesTheFirstOnes() throws Exception {
        open();
        send("/orario", calendar()).andExpect(redirectedUrl(Addresses.SETTINGS));
        Map<String, String> late = calendar();
        late.put("WEDNESDAY", "10:00-11:00");
        send("/orario", late)
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content().string(containsString("Valore salvato da altri: <strong>08:30-12:30, 14:00-17:00")));
    }

    @Test
    void aNewPromiseIsForTicketsToComeAndOneForAllMustStay() throws Exception {
        TicketNumber before = open();
        send(
                        "/livelli/ordinario",
                        Map.of(
                                "version",
                                "1",
                                "title",
                                "Ordinario",
                                "takeInCharge",
                                "0,5",
                                "solution",
                                "8",
                                "reason",
                                "Più persone"))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
        TicketNumber after = open();
        cast.at(centre, () -> {
            assertThat(reader.get(before, Viewer.OFFICE)
                            .whole()
                            .ledger()
                            .last()
                            .level()
                            .solution())
                    .isEqualTo(Duration.ofHours(40));
            assertThat(reader.get(after, Viewer.OFFICE)
                            .whole()
                            .ledger()
                            .last()
                            .level()
                            .name())
                    .isEqualTo("Ordinario, versione 2");
        });
        send("/livelli/ordinario/fine", Map.of()).andExpect(status().isUnprocessableContent());
        send(
                        "/livelli/nuovo",
                        Map.of(
                                "title",
                                "Attivazioni",
                                "category",
                                "attivazione-rinnovo",
                                "takeInCharge",
                                "8",
                                "solution",
                                "4"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("meno tempo della presa in carico")));
        send(
                        "/livelli/nuovo",
                        Map.of(
                                "title",
                                "Attivazioni",
                                "category",
                                "attivazione-rinnovo",
                                "takeInCharge",
                                "8",
                                "solution",
                                "80"))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
    }

    @Test
    void aCategoryOfTheCentreAsksOnlyWhatItNeeds() throws Exception {
        open();
        send("/categorie/nuova", Map.of("title", "URP: città e orari", "PROTOCOL", "si"))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
        web.perform(get(Addresses.TICKETS + "/nuovo")
                        .param("categoria", "urp-citta-e-orari")
                        .with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("name=\"protocol\"")));
        send("/categorie/urp-citta-e-orari", Map.of("version", "0", "title", "URP", "retired", "si"))
                .andExpect(redirectedUrl(Addresses.SETTINGS));
        send("/categorie/nuova", Map.of("title", "Assistenza")).andExpect(status().isUnprocessableContent());
        send("/riapertura", Map.of("days", "quindici")).andExpect(status().isUnprocessableContent());
        send("/riapertura", Map.of("days", "15")).andExpect(redirectedUrl(Addresses.SETTINGS));
    }

    @Test
    void onlyTheCoordinatorDecides() throws Exception {
        for (String path : new String[] {"/orario", "/livelli/nuovo", "/categorie/nuova"}) {
            web.perform(get(Addresses.SETTINGS + path).with(cast.with(Role.OPERATORE, centre)))
                    .andExpect(status().isForbidden());
            web.perform(get(Addresses.SETTINGS + path).with(cast.coordinatore(centre)))
                    .andExpect(status().isOk());
        }
    }

    private TicketNumber open() {
        return cast.at(centre, () -> tickets.open(Desk.asked(Desk.body(organizations), "Lenta"), Desk.ANNA));
    }

    private static Map<String, String> calendar() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", "1");
        form.put("MONDAY", "08:30-12:30, 14:00-17:00");
        form.put("TUESDAY", "08:30-12:30, 14:00-17:00");
        form.put("WEDNESDAY", "08:30-12:30, 14:00-17:00");
        form.put("THURSDAY", "08:30-12:30, 14:00-17:00");
        form.put("FRIDAY", "08:00-13:00");
        form.put("patron", "15/02");
        form.put("reason", "Orario nuovo");
        return form;
    }

    private ResultActions send(String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(Addresses.SETTINGS + path);
        fields.forEach(request::param);
        return web.perform(request.with(cast.coordinatore(centre)));
    }
}
