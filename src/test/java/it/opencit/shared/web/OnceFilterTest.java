// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A writing call of the API with an {@code Idempotency-Key}, whatever it writes: here, a body. */
@OpenCitTest
class OnceFilterTest {

    private static final String CENTRE = "una-volta";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Test
    void theSameKeyTwiceMakesOneThingAndAnswersTheSame() throws Exception {
        String key = UUID.randomUUID().toString();
        String name = "Unione " + key;
        String first = add(key, name)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = add(key, name)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second).isEqualTo(first);
        assertThat(howMany(name)).isEqualTo(1);
    }

    @Test
    void withoutAKeyTwiceIsTwo() throws Exception {
        String name = "Unione " + UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            web.perform(post("/api/v1/organizations")
                            .with(cast.coordinatore(CENTRE))
                            .contentType(APPLICATION_JSON)
                            .content(body(name)))
                    .andExpect(status().isCreated());
        }
        assertThat(howMany(name)).isEqualTo(2);
    }

    @Test
    void aKeyServesNoOtherRequest() throws Exception {
        String key = UUID.randomUUID().toString();
        add(key, "Unione " + key).andExpect(status().isCreated());
        add(key, "Unione altra " + key)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Idempotency-Key")));
        assertThat(howMany("Unione altra " + key)).isZero();
    }

    @Test
    void whatWasRefusedMayBeMendedAndSentWithTheSameKey() throws Exception {
        String key = UUID.randomUUID().toString();
        add(key, "").andExpect(status().isUnprocessableContent());
        add(key, "Unione " + key).andExpect(status().isCreated());
        assertThat(howMany("Unione " + key)).isEqualTo(1);
    }

    @Test
    void twoAtOnceMakeOneThing() throws Exception {
        String key = UUID.randomUUID().toString();
        String name = "Unione " + key;
        Callable<MockHttpServletResponse> call =
                () -> add(key, name).andReturn().getResponse();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<MockHttpServletResponse> answer : threads.invokeAll(List.of(call, call, call, call))) {
                assertThat(answer.get().getStatus()).isEqualTo(201);
            }
        }
        assertThat(howMany(name)).isEqualTo(1);
    }

    @Test
    void aKeyIsOfWhoUsesItAndOpensNoDoor() throws Exception {
        String key = UUID.randomUUID().toString();
        add(key, "Unione " + key).andExpect(status().isCreated());
        web.perform(post("/api/v1/organizations")
                        .header("Idempotency-Key", key)
                        .with(cast.with(Role.OPERATORE, "una-volta-altrove"))
                        .contentType(APPLICATION_JSON)
                        .content(body("Unione " + key)))
                .andExpect(status().isForbidden());
        web.perform(post("/api/v1/organizations")
                        .header("Idempotency-Key", key)
                        .with(cast.nobody(CENTRE))
                        .contentType(APPLICATION_JSON)
                        .content(body("Unione " + key)))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aKeyTooLongIsRefused() throws Exception {
        add("x".repeat(201), "Unione lunga").andExpect(status().isBadRequest());
    }

    private ResultActions add(String key, String name) throws Exception {
        return web.perform(post("/api/v1/organizations")
                .header("Idempotency-Key", key)
                .with(cast.coordinatore(CENTRE))
                .contentType(APPLICATION_JSON)
                .content(body(name)));
    }

    private static String body(String name) {
        return "{\"kind\":\"UNIONE\",\"name\":\"" + name + "\"}";
    }

    private long howMany(String name) {
        return cast.at(
                CENTRE,
                () -> organizations.all().stream()
                        .filter(body -> body.name().equals(name))
                        .count());
    }
}
