// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.access.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class CampaignsApiTest {

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    MockMvc web;

    @Autowired
    AutowireCapableBeanFactory beans;

    private final Stage stage = new Stage();
    private final String centre = Stage.newCentre();

    private String code = "";
    private OrganizationId roccaverde = new OrganizationId(0);
    private OrganizationId vicina = new OrganizationId(0);
    private String sheets = "";

    @BeforeEach
    void anOpenCampaign() {
        beans.autowireBean(stage);
        clock.moveTo(Stage.TODAY);
        cast.at(centre, () -> {
            OfferingId payments = stage.payments();
            code = stage.catalogue.get(payments).code();
            roccaverde = stage.member("Roccaverde");
            vicina = stage.member("Vicina");
            stage.uses(roccaverde, payments, "Regione Lombardia", Map.of());
            sheets = "/api/v1/campaigns/" + stage.open() + "/sheets";
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void theStaffReadsEverySheetAndABodyItsOwn() throws Exception {
        web.perform(get("/api/v1/campaigns").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(jsonPath("$.items[0].title").value("Conferma dei servizi 2027"))
                .andExpect(jsonPath("$.items[0].stage").value("OPEN"));
        web.perform(get(sheets).with(cast.with(Role.OPERATORE, centre)))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].lines[0].offering").value(code));
        web.perform(get(sheets).with(cast.referente(vicina.value(), centre)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].organization").value(vicina.toString()));
        web.perform(get(sheets).with(cast.with(Role.REDATTORE, centre))).andExpect(status().isForbidden());
    }

    @Test
    void aBodyWritesAndSendsItsOwnSheetOnly() throws Exception {
        String sheet = "{\"version\":0,\"lines\":[{\"offering\":\"" + code
                + "\",\"answer\":\"RENEW\"}],\"figures\":{\"WORKSTATIONS\":12},\"send\":true}";
        write(roccaverde, sheet, cast.referente(vicina.value(), centre)).andExpect(status().isForbidden());
        write(roccaverde, sheet, cast.with(Role.OPERATORE, centre)).andExpect(status().isForbidden());
        write(roccaverde, sheet, cast.referente(roccaverde.value(), centre))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("ANSWERED"))
                .andExpect(jsonPath("$.channel").value("API"))
                .andExpect(jsonPath("$.lines[0].answer").value("RENEW"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
      slip                        | body                                                                           | status | field
      no version                  | {"lines":[]}                                                                   | 422    | version
      an older version            | {"version":9,"lines":[]}                                                       | 409    |
      a service that is not there | {"version":0,"lines":[{"offering":"nessuno","answer":"RENEW"}]}                | 422    | lines
      an answer that is none      | {"version":0,"lines":[{"offering":"CODE","answer":"MAYBE"}]}                   | 400    |
      an answer out of place      | {"version":0,"lines":[{"offering":"CODE","answer":"INTERESTED"}]}              | 422    | answer-ID
      a figure that is not asked  | {"version":0,"figures":{"RESIDENTS":12}}                                       | 422    | figure-RESIDENTS
      sent without what it needs  | {"version":0,"lines":[{"offering":"CODE","answer":"RENEW"}],"send":true}       | 422    | figure-WORKSTATIONS
      a person of another body    | {"version":0,"contacts":[{"person":99999,"role":"RTD","name":"Ada"}]}          | 422    | contact-0-name
      """)
    void slipsAreAnsweredWithAProblemDocument(String slip, String body, int status, String field) throws Exception {
        ResultActions answer =
                write(roccaverde, body.replace("CODE", code), cast.referente(roccaverde.value(), centre));

        answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        if (field != null && !field.endsWith("-ID")) {
            answer.andExpect(jsonPath("$.field").value(field));
        }
        web.perform(get(sheets).with(cast.referente(roccaverde.value(), centre)))
                .andExpect(jsonPath("$.items[0].stage").value("UNTOUCHED"));
    }

    private ResultActions write(OrganizationId body, String json, RequestPostProcessor who) throws Exception {
        return web.perform(put(sheets + "/" + body)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(who));
    }
}
