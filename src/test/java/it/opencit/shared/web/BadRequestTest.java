// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class BadRequestTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void aNullCharacterIsAskedToBeMendedNotAFailureOfOurs() throws Exception {
        web.perform(get("/gestione/enti").param("q", "\0").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Richiesta non valida")));
        web.perform(get("/api/v1/organizations").param("q", "\0").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("controlla i dati")));
    }

    @Test
    void anAddressMadeUpBySomebodyIsRefused() throws Exception {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("non-una-data\u001f1".getBytes(StandardCharsets.UTF_8));
        web.perform(get("/gestione/tariffe")
                        .param("ordine", "validFrom")
                        .param("dopo", cursor)
                        .with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isBadRequest());
    }
}
