// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** On the real Comuni of the province of Brescia. */
@OpenCitTest
class OrganizationApiTest {

    private static final String CENTRE = "enti-api";

    @Autowired
    MockMvc web;

    @Autowired
    Organizations organizations;

    @Autowired
    Cast cast;

    @BeforeEach
    void theComuniOfBrescia() {
        cast.at(CENTRE, () -> {
            if (organizations.all().isEmpty()) {
                organizations.importShipped(ImportSource.ISTAT, Set.of("BS"));
            }
        });
    }

    @Test
    void aComuneIsFoundWithItsFigures() throws Exception {
        call(get("/api/v1/organizations?kind=COMUNE&q=coccaglio"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id").isString())
                .andExpect(jsonPath("$.items[0].name").value("Coccaglio"))
                .andExpect(jsonPath("$.items[0].kind").value("COMUNE"))
                .andExpect(jsonPath("$.items[0].istatCode").value("017056"))
                .andExpect(jsonPath("$.items[0].figures[0].kind").value("RESIDENTS"))
                .andExpect(jsonPath("$.items[0].figures[0].value").value(8771))
                .andExpect(jsonPath("$.items[0].figures[0].date").value("2022-12-31"))
                .andExpect(jsonPath("$.items[0].figures[0].source").value(containsString("Istat")))
                .andExpect(jsonPath("$.items[0].figures[0].mark").doesNotExist())
                .andExpect(content().string(containsString("\"next\":null")));
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        String next = String.valueOf(next(call(get("/api/v1/organizations?kind=COMUNE&limit=200"))));

        call(get("/api/v1/organizations?kind=COMUNE&limit=200&after=" + next))
                .andExpect(jsonPath("$.items", hasSize(5)))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void aBodyThatIsNotThereIsAProblem() throws Exception {
        call(get("/api/v1/organizations/999999"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aKindThatDoesNotExistIsAProblemOnItsParameter() throws Exception {
        call(get("/api/v1/organizations?kind=REGNO"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("kind"));
    }

    @Test
    void tooManyAtOnceIsAProblem() throws Exception {
        call(get("/api/v1/organizations?limit=5000"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("limit"));
    }

    @Test
    void aBodyIsWrittenChangedAndGivenAFigure() throws Exception {
        String id = String.valueOf(id(call(json(
                        post("/api/v1/organizations"),
                        "{\"kind\":\"UNIONE\",\"name\":\"Unione dei Colli\",\"ipaCode\":\"udc_colli\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(0))));

        call(json(
                        put("/api/v1/organizations/" + id),
                        "{\"kind\":\"UNIONE\",\"name\":\"Unione dei Colli Alti\",\"version\":0}"))
                .andExpect(jsonPath("$.name").value("Unione dei Colli Alti"));
        call(json(
                        put("/api/v1/organizations/" + id),
                        "{\"kind\":\"UNIONE\",\"name\":\"Unione dei Colli Bassi\",\"version\":0}"))
                .andExpect(status().isConflict());
        call(json(
                        post("/api/v1/organizations/" + id + "/figures"),
                        "{\"kind\":\"WORKSTATIONS\",\"value\":12,\"date\":\"2022-12-31\",\"source\":\"Dichiarazione\"}"))
                .andExpect(jsonPath("$.figures[0].value").value(12));
    }

    @Test
    void aCodeWithASlipIsAProblemThatNamesTheMend() throws Exception {
        call(json(
                        post("/api/v1/organizations"),
                        "{\"kind\":\"COMUNE\",\"name\":\"Roccaverde\",\"taxCode\":\"00796430172\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("sarebbe 1")));
    }

    @Test
    void theHelpDeskReadsAndDoesNotWrite() throws Exception {
        web.perform(get("/api/v1/organizations").with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isOk());
        web.perform(post("/api/v1/organizations")
                        .contentType(APPLICATION_JSON)
                        .content("{}")
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(cast.coordinatore(CENTRE)));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(APPLICATION_JSON).content(body);
    }

    private static Object next(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.next");
    }

    private static Object id(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.id");
    }
}
