// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.Catalogue;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpenCitTest
class SubscriptionsApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Catalogue catalogue;

    private OrganizationId body = new OrganizationId(0);
    private String code = "";

    @BeforeEach
    void aMemberAndAService() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            body = stage.member("Roccaverde");
            code = catalogue.get(stage.mailboxes()).code();
        });
    }

    @Test
    void aProgramAsksAndMovesASubscription() throws Exception {
        String id = asked();
        String transitions = "/api/v1/subscriptions/" + id + "/transitions";

        send(transitions, "{\"transition\":\"ACTIVATE\",\"version\":0}", staff())
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.state").value("REQUESTED"))
                .andExpect(jsonPath("$.allowed[0]").value("REVIEW"));
        send(transitions, "{\"transition\":\"REVIEW\",\"version\":0}", staff())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("UNDER_REVIEW"));
        send(transitions, "{\"transition\":\"ASSIGN\",\"version\":1,\"person\":\"Carla Monti\"}", staff())
                .andExpect(jsonPath("$.stage").value("IN_ACTIVATION"));
        send(transitions, "{\"transition\":\"ACTIVATE\",\"version\":2,\"date\":\"2026-01-15\"}", staff())
                .andExpect(jsonPath("$.stage").value("ACTIVE"))
                .andExpect(jsonPath("$.from").value("2026-01-15"))
                .andExpect(jsonPath("$.requests[0].state").value("ACCEPTED"));
        web.perform(get("/api/v1/subscriptions")
                        .param("organizationId", body.toString())
                        .param("offering", code)
                        .param("state", "ACTIVE")
                        .param("year", "2026")
                        .with(staff()))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void aBodySeesAndMovesOnlyItsOwn() throws Exception {
        String id = asked();
        RequestPostProcessor own = cast.referente(body.value(), Stage.CENTRE);
        RequestPostProcessor other = cast.referente(999_999, Stage.CENTRE);
        String transitions = "/api/v1/subscriptions/" + id + "/transitions";

        web.perform(get("/api/v1/subscriptions").with(own))
                .andExpect(jsonPath("$.items.length()").value(1));
        web.perform(get("/api/v1/subscriptions")
                        .param("organizationId", body.toString())
                        .with(other))
                .andExpect(jsonPath("$.items.length()").value(0));
        web.perform(get("/api/v1/subscriptions/" + id).with(other)).andExpect(status().isNotFound());
        send(transitions, "{\"transition\":\"REVIEW\",\"version\":0}", own).andExpect(status().isForbidden());
        send(transitions, "{\"transition\":\"WITHDRAW\",\"version\":0,\"reason\":\"Ripensamento\"}", other)
                .andExpect(status().isNotFound());
        send(transitions, "{\"transition\":\"WITHDRAW\",\"version\":0,\"reason\":\"Ripensamento\"}", own)
                .andExpect(jsonPath("$.stage").value("WITHDRAWN"));
        send("/api/v1/subscriptions", "{\"organizationId\":\"" + body + "\",\"offering\":\"" + code + "\"}", other)
                .andExpect(status().isForbidden());
        web.perform(get("/api/v1/organizations/" + body + "/offers").with(other))
                .andExpect(status().isNotFound());
    }

    @Test
    void theOffersOfABodySayWhatItWouldPayAndWhy() throws Exception {
        String one = "$.items[?(@.offering == '" + code + "')]";

        web.perform(get("/api/v1/organizations/" + body + "/offers")
                        .param("year", "2019")
                        .with(cast.referente(body.value(), Stage.CENTRE)))
                .andExpect(status().isOk())
                .andExpect(jsonPath(one + ".costs[0].amount").value("0.00"))
                .andExpect(jsonPath(one + ".costs[0].tariff").value("brescia-2015-2020/pec"))
                .andExpect(jsonPath(one + ".allowances[0].included").value(1))
                .andExpect(jsonPath(one + ".available").value(true));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
      slip                   | more                                                        | field
      half a protocol        | ,"protocolNumber":"00002619"                                | protocolDate
      not a number           | ,"protocolNumber":"26/19","protocolDate":"2026-01-10"       |
      more than the whole    | ,"payers":[{"organizationId":"1","percent":101}]            | payers
      a negative quantity    | ,"quantities":{"mailboxes":-1}                              | quantities
      a variant not there    | ,"variant":"Regione"                                        | variant
      """)
    void slipsAreAnsweredWithAProblemDocument(String slip, String more, String field) throws Exception {
        ResultActions answer = send(
                "/api/v1/subscriptions",
                "{\"organizationId\":\"" + body + "\",\"offering\":\"" + code + "\"" + more + "}",
                staff());

        answer.andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        if (field != null) {
            answer.andExpect(jsonPath("$.field").value(field));
        }
    }

    @Test
    void anUnknownServiceOrTransitionIsNamed() throws Exception {
        send("/api/v1/subscriptions", "{\"organizationId\":\"" + body + "\",\"offering\":\"nessuno\"}", staff())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("offering"));
        send("/api/v1/subscriptions/" + asked() + "/transitions", "{\"transition\":\"BIRTHDAY\"}", staff())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("TERMINATE")));
    }

    private String asked() throws Exception {
        String answer = send(
                        "/api/v1/subscriptions",
                        "{\"organizationId\":\"" + body + "\",\"offering\":\"" + code
                                + "\",\"requestedOn\":\"2026-01-10\",\"quantities\":{\"mailboxes\":3},"
                                + "\"contact\":{\"name\":\"Elena Riva\"}}",
                        staff())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.stage").value("REQUESTED"))
                .andExpect(jsonPath("$.quantities.mailboxes").value(3))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.id");
    }

    private RequestPostProcessor staff() {
        return cast.with(Role.AMMINISTRATIVO, Stage.CENTRE);
    }

    private ResultActions send(String address, String body, RequestPostProcessor who) throws Exception {
        return web.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(who));
    }
}
