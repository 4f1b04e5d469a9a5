// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The views of Anna, who has two tickets of a body before her, at a centre of the test's own. */
@OpenCitTest
class SavedViewApiTest {

    private static int centres;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    SavedViewStore store;

    @Autowired
    Rulebooks rulebooks;

    private String centre = "";
    private OrganizationId body = new OrganizationId(1);

    @BeforeEach
    void twoTicketsOfABody() {
        centre = "viste-api" + ++centres;
        body = cast.at(centre, () -> Desk.body(organizations));
        cast.at(centre, () -> tickets.open(Desk.asked(body, "Uno"), Desk.ELENA));
        cast.at(centre, () -> tickets.open(Desk.asked(body, "Due"), Desk.ELENA));
        cast.at(centre, () -> {
            OrganizationId other = Desk.body(organizations);
            tickets.open(Desk.asked(other, "Di un altro"), Desk.ELENA);
        });
    }

    @Test
    void aViewIsKeptRunRenamedAndTakenAway() throws Exception {
        String one = add("Da fare", """
                {"state": "OPEN", "organizationId": "%s", "assignee": "nobody", "due": "", "sort": "opened"}""".formatted(body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.owner").value("anna"))
                .andExpect(jsonPath("$.filters.assignee").value("nobody"))
                .andExpect(jsonPath("$.filters.sort").value("opened"))
                .andExpect(jsonPath("$.filters.due").doesNotExist())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        String address = Objects.requireNonNull(one);
        assertThat(cast.at(centre, () -> store.all().getFirst().filters()))
                .containsEntry("assegnatario", "nessuno")
                .containsEntry("ordine", "OLDEST");
        String first = by(get(address + "/tickets").param("limit", "1"))
                .andExpect(jsonPath("$.items[0].title").value("Uno"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        by(get(address + "/tickets").param("cursor", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].title").value("Due"))
                .andExpect(jsonPath("$.next").isEmpty());

        by(json(patch(address), "{\"name\": \"Da fare oggi\", \"shared\": true, \"version\": 0}"))
                .andExpect(jsonPath("$.name").value("Da fare oggi"))
                .andExpect(jsonPath("$.shared").value(true));
        by(json(patch(address), "{\"name\": \"Altro\", \"version\": 0}")).andExpect(status().isConflict());
        by(get(SavedViewApi.VIEWS)).andExpect(jsonPath("$.items[*].name", hasItem("Da fare oggi")));
        by(delete(address)).andExpect(status().isNoContent());
        by(get(address)).andExpect(status().isNotFound());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
      slip                    | filters                    | field
      a filter that is none   | {"colour": "red"}          | filters
      a state that is none    | {"state": "FLYING"}        | filters
      a day for a due         | {"due": "2026-11-30"}      | filters
      a body by name          | {"organizationId": "Dubino"} | filters
      no such category        | {"category": "nessuna"}    | category
      no filters              | null                       | filters
      """)
    void slipsAreToldByField(String slip, String filters, String field) throws Exception {
        add("Vista", filters)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void thoseOfOthersAreSeenWhenSharedAndItIsForTheOffice() throws Exception {
        long shared = cast.at(centre, () -> {
            store.add(new SavedView(0, "Solo di Carla", "carla", false, Map.of("stato", "NEW"), 0));
            long id = store.add(new SavedView(0, "Di tutti", "carla", true, Map.of("stato", "NEW"), 0));
            rulebooks.revise();
            return id;
        });
        by(get(SavedViewApi.VIEWS))
                .andExpect(jsonPath("$.items[*].name", hasItem("Di tutti")))
                .andExpect(jsonPath("$.items[*].name", not(hasItem("Solo di Carla"))));
        by(delete(SavedViewApi.VIEWS + "/" + shared)).andExpect(status().isForbidden());
        by(get(SavedViewApi.VIEWS + "/" + shared + "/tickets")).andExpect(jsonPath("$.items", hasSize(3)));
        add(" ", "{\"state\": \"NEW\"}").andExpect(jsonPath("$.field").value("name"));
        web.perform(get(SavedViewApi.VIEWS).with(cast.referente(body.value(), centre)))
                .andExpect(status().isForbidden());
    }

    private ResultActions add(String name, String filters) throws Exception {
        return by(json(post(SavedViewApi.VIEWS), "{\"name\": \"" + name + "\", \"filters\": " + filters + "}"));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String text) {
        return request.contentType(MediaType.APPLICATION_JSON).content(text);
    }

    private ResultActions by(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(cast.with(Role.OPERATORE, centre)));
    }
}
