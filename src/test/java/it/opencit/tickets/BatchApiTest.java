// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Three tickets of a body, worked together by a program of the office. */
@OpenCitTest
class BatchApiTest {

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
    Tasks tasks;

    @Autowired
    TicketReader reader;

    @Autowired
    TicketStore store;

    private List<TicketNumber> three = List.of();

    @BeforeEach
    void threeTickets() {
        clock.moveTo(NOW);
        three = cast.at(CENTRE, () -> {
            OrganizationId body = Desk.body(organizations);
            return List.of("Uno", "Due", "Tre").stream()
                    .map(title -> tickets.open(Desk.asked(body, title), Desk.ELENA))
                    .toList();
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void whatThePreviewSaidIsDoneOnceAndUndoneForTenMinutes() throws Exception {
        cast.at(CENTRE, () -> tasks.add(three.get(1), "Provare col Comune", "", null, true));
        String solving = work("\"act\": \"STATE\", \"state\": \"SOLVED\"");
        String preview = body(send("/preview", solving)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.what").value("Stato «Risolto»"))
                .andExpect(jsonPath("$.changing", hasSize(2)))
                .andExpect(jsonPath("$.left[0].ticket").value((int) three.get(1).value()))
                .andExpect(jsonPath("$.left[0].why").value(containsString("«Provare col Comune»"))));
        assertThat(state(three.get(0))).isEqualTo(TicketState.NEW);

        String key = UUID.randomUUID().toString();
        String doing = with(solving, preview);
        String done = body(send("", doing, key)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.by").value("Anna Valenti"))
                .andExpect(jsonPath("$.changed", hasSize(2)))
                .andExpect(jsonPath("$.left", hasSize(1)))
                .andExpect(jsonPath("$.undoableUntil").value("2026-11-16T09:10:00Z")));
        assertThat(body(send("", doing, key).andExpect(header().string("Idempotency-Replayed", "true"))))
                .isEqualTo(done);
        assertThat(state(three.get(0))).isEqualTo(TicketState.SOLVED);
        assertThat(state(three.get(1))).isEqualTo(TicketState.NEW);

        String one = "/" + JsonPath.<String>read(done, "$.id");
        cast.at(CENTRE, () -> tickets.write(three.get(2), Visibility.INTERNAL, "Visto", Desk.ANNA));
        send(one + "/reversal", "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.movedOn[0]").value((int) three.get(2).value()))
                .andExpect(jsonPath("$.batch.undoneAt").value("2026-11-16T09:00:00Z"))
                .andExpect(jsonPath("$.batch.undoableUntil").isEmpty());
        assertThat(state(three.get(0))).isEqualTo(TicketState.NEW);
        assertThat(state(three.get(2))).isEqualTo(TicketState.SOLVED);
        send(one + "/reversal", "").andExpect(status().isUnprocessableContent());
        web.perform(get(BatchApi.BATCHES + one).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(jsonPath("$.changed", hasSize(2)));
        web.perform(get(BatchApi.BATCHES + "/999999").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatChangedAfterThePreviewIsNotDone() throws Exception {
        String solving = work("\"act\": \"STATE\", \"state\": \"SOLVED\"");
        String preview = body(send("/preview", solving));
        cast.at(CENTRE, () -> tickets.write(three.get(0), Visibility.INTERNAL, "Aspettate", Desk.ANNA));

        send("", with(solving, preview)).andExpect(status().isConflict());
        send("", with(work("\"act\": \"STATE\", \"state\": \"PLANNED\""), body(send("/preview", solving))))
                .andExpect(status().isConflict());
        assertThat(state(three.get(1))).isEqualTo(TicketState.NEW);
    }

    @Test
    void aPauseSaysWhatIsWaitedFor() throws Exception {
        send("/preview", work("\"act\": \"STATE\", \"state\": \"SUSPENDED\", \"waitingFor\": \"OTHER\""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("reason"));
        String pausing = work("\"act\": \"STATE\", \"state\": \"SUSPENDED\", \"waitingFor\": \"SUPPLIER\"");
        String preview = body(send("/preview", pausing)
                .andExpect(jsonPath("$.what").value("Stato «In sospeso»: in attesa del fornitore")));
        send("", with(pausing, preview)).andExpect(status().isCreated());

        assertThat(cast.at(CENTRE, () -> store.waitsFor(three.get(0)))).contains(PauseCause.SUPPLIER);
        assertThat(cast.at(CENTRE, () -> reader.get(three.get(0), Viewer.OFFICE))
                        .whole()
                        .ledger()
                        .last()
                        .why())
                .isEqualTo("In sospeso: in attesa del fornitore");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
      slip                    | path     | body                                                    | field
      no act                  | /preview | {"tickets": [1]}                                        | act
      no tickets              | /preview | {"act": "STATE", "state": "SOLVED"}                     | tickets
      tickets that are none   | /preview | {"act": "STATE", "state": "SOLVED", "tickets": [null]}  | tickets
      one that is not there   | /preview | {"act": "STATE", "state": "SOLVED", "tickets": [99999]} | tickets
      no state                | /preview | {"act": "STATE", "tickets": [1]}                        | state
      a pause without a cause | /preview | {"act": "STATE", "state": "SUSPENDED", "tickets": [1]}  | reason
      nobody                  | /preview | {"act": "ASSIGN", "tickets": [1]}                       | assignee
      no such category        | /preview | {"act": "CATEGORY", "category": "x", "tickets": [1]}    | category
      without a preview       |          | {"act": "STATE", "state": "SOLVED", "tickets": [1]}     | token
      """)
    void slipsAreToldByField(String slip, String path, String text, String field) throws Exception {
        send(path == null ? "" : path, text)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void itIsForTheOffice() throws Exception {
        for (Role role : List.of(Role.REFERENTE, Role.REDATTORE, Role.FORNITORE)) {
            RequestPostProcessor by = cast.with(role, CENTRE);
            web.perform(json(post(BatchApi.BATCHES), "{}").with(by)).andExpect(status().isForbidden());
        }
    }

    private String work(String what) {
        return "{\"tickets\": [" + three.get(0) + ", " + three.get(1) + ", " + three.get(2) + "], " + what + "}";
    }

    private static String with(String work, String preview) {
        return work.replaceFirst("}$", ", \"token\": \"" + JsonPath.<String>read(preview, "$.token") + "\"}");
    }

    private ResultActions send(String path, String text) throws Exception {
        return web.perform(json(post(BatchApi.BATCHES + path), text).with(cast.with(Role.OPERATORE, CENTRE)));
    }

    private ResultActions send(String path, String text, String key) throws Exception {
        return web.perform(json(post(BatchApi.BATCHES + path), text)
                .header("Idempotency-Key", key)
                .with(cast.with(Role.OPERATORE, CENTRE)));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String text) {
        return request.contentType(MediaType.APPLICATION_JSON).content(text);
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private TicketState state(TicketNumber number) {
        return cast.at(
                CENTRE, () -> reader.get(number, Viewer.OFFICE).whole().ticket().state());
    }
}
