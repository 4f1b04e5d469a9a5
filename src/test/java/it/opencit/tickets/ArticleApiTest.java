// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Each test has a centre of its own: what it publishes would be found by the others. */
@OpenCitTest
class ArticleApiTest {

    private static final String ARTICLES = ArticleApi.ARTICLES;

    private static int centres;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    private String centre = "sapere-api";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void aCentreOfItsOwn() {
        centre = "sapere-api" + ++centres;
        body = cast.at(centre, () -> Desk.body(organizations));
    }

    @Test
    void eachReadsWhatIsForIt() throws Exception {
        write("Come si cambia la parola d'ordine", "MEMBERS", "PUBLISHED");
        String secret = write("La parola della centrale", "OFFICE", "PUBLISHED");
        String draft = write("Parole di domani", "PUBLIC", "DRAFT");
        write("Quanto costa la PEC", "PUBLIC", "PUBLISHED");

        by(office(), get(ARTICLES)).andExpect(jsonPath("$.items", hasSize(4)));
        by(office(), get(ARTICLES).param("q", "parola").param("state", "PUBLISHED"))
                .andExpect(jsonPath("$.items", hasSize(2)));
        by(elena(), get(ARTICLES).param("q", "parole"))
                .andExpect(jsonPath("$.items[*].title", contains("Come si cambia la parola d'ordine")));
        by(elena(), get(ARTICLES).param("state", "DRAFT"))
                .andExpect(jsonPath("$.items[*].state", contains("PUBLISHED", "PUBLISHED")));
        by(elena(), get(secret)).andExpect(status().isNotFound());
        by(elena(), get(draft)).andExpect(status().isNotFound());
        String first = by(elena(), get(ARTICLES).param("limit", "1"))
                .andExpect(jsonPath("$.items[*].title", contains("Quanto costa la PEC")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        by(elena(), get(ARTICLES).param("limit", "1").param("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items[*].title", contains("Come si cambia la parola d'ordine")))
                .andExpect(jsonPath("$.next").isEmpty());
        by(elena(), get(ARTICLES).param("limit", "0")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void theOfficeWritesPublishesAndKeepsEveryVersion() throws Exception {
        String address = write("Prova", "MEMBERS", "DRAFT");
        by(office(), json(patch(address), "{\"state\": \"PUBLISHED\", \"category\": \"assistenza\", \"version\": 1}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.category").value("assistenza"))
                .andExpect(jsonPath("$.body").value("Dal menu **Impostazioni**."))
                .andExpect(jsonPath("$.versions", hasSize(2)));
        by(office(), json(patch(address), "{\"title\": \"Altra\", \"version\": 1}"))
                .andExpect(status().isConflict());
        by(office(), json(patch(address), "{\"title\": \" \"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("title"));
        by(office(), json(patch(address), "{\"category\": \"nessuna\"}"))
                .andExpect(jsonPath("$.field").value("category"));
        by(office(), get(address + "/versions/1")).andExpect(jsonPath("$.body").value("Dal menu **Impostazioni**."));
        by(office(), get(address + "/versions/9")).andExpect(status().isNotFound());
        by(elena(), get(address))
                .andExpect(jsonPath("$.title").value("Prova"))
                .andExpect(jsonPath("$.changedBy").value(""))
                .andExpect(jsonPath("$.versions", hasSize(0)));
        by(elena(), json(patch(address), "{\"title\": \"Mia\"}")).andExpect(status().isForbidden());
        by(elena(), get(address + "/versions/1")).andExpect(status().isForbidden());
    }

    @Test
    void aBodySaysWhetherItServed() throws Exception {
        String address = write("Prova", "MEMBERS", "PUBLISHED");
        by(elena(), json(put(address + "/feedback"), "{\"text\": \"x\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("helpful"));
        by(elena(), json(put(address + "/feedback"), "{\"helpful\": true}")).andExpect(status().isNoContent());
        by(elena(), json(put(address + "/feedback"), "{\"helpful\": false, \"text\": \"Manca la figura\"}"))
                .andExpect(status().isNoContent());
        by(office(), get(address))
                .andExpect(jsonPath("$.feedback", hasSize(1)))
                .andExpect(jsonPath("$.feedback[0].text").value("Manca la figura"));
        by(elena(), get(address)).andExpect(jsonPath("$.feedback", hasSize(0)));
        by(office(), json(put(address + "/feedback"), "{\"helpful\": true}")).andExpect(status().isForbidden());
    }

    @Test
    void theAnswerOfATicketBecomesADraft() throws Exception {
        TicketNumber number = cast.at(centre, () -> tickets.open(Desk.asked(body, "La stampante tace"), Desk.ELENA));
        String make = "/api/v1/tickets/" + number + "/article";
        by(office(), post(make)).andExpect(status().isUnprocessableContent());
        cast.at(centre, () -> tickets.write(number, Visibility.PUBLIC, "Spegnila e riaccendila.", Desk.ANNA));
        by(office(), post(make))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString(ARTICLES)))
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.audience").value("OFFICE"))
                .andExpect(jsonPath("$.ticket").value((int) number.value()))
                .andExpect(jsonPath("$.body", endsWith("Spegnila e riaccendila.")));
        by(elena(), post(make)).andExpect(status().isForbidden());
        by(cast.with(Role.REDATTORE, centre), post(make)).andExpect(status().isForbidden());
    }

    private String write(String title, String audience, String state) throws Exception {
        return Objects.requireNonNull(
                by(cast.with(Role.REDATTORE, centre), json(post(ARTICLES), """
                        {"title": "%s", "body": "Dal menu **Impostazioni**.", "audience": "%s", "state": "%s"}""".formatted(title, audience, state)))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"));
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, centre);
    }

    private RequestPostProcessor elena() {
        return cast.referente("elena", body.value(), centre);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String text) {
        return request.contentType(MediaType.APPLICATION_JSON).content(text);
    }

    private ResultActions by(RequestPostProcessor person, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(person));
    }
}
