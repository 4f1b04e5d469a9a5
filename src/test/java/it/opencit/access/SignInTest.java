// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class SignInTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void aPersonOfTheStaffBeginsAtTheBoard() throws Exception {
        web.perform(signIn("Coordinatore", "demo", "brescia")).andExpect(redirectedUrl("/gestione"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() throws Exception {
        web.perform(signIn("redattore", "sbagliata", "lecce")).andExpect(redirectedUrl("/accesso?errore"));
        web.perform(signIn("nessuno", "demo", "lecce")).andExpect(redirectedUrl("/accesso?errore"));
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordWaits() throws Exception {
        for (int i = 0; i < 5; i++) {
            web.perform(signIn("ospite-insistente", "prova" + i, "lecco")).andExpect(redirectedUrl("/accesso?errore"));
        }
        web.perform(signIn("ospite-insistente", "demo", "lecco")).andExpect(redirectedUrl("/accesso?attesa"));
    }

    @Test
    void aPersonWithoutARoleAtTheCentreDoesNotComeIn() throws Exception {
        cast.centre(Cast.COLLI);
        web.perform(signIn("operatore", "demo", Cast.COLLI)).andExpect(redirectedUrl("/accesso?errore"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        web.perform(post("http://brescia.localhost/accesso")
                        .param("nome", "coordinatore")
                        .param("parola", "demo"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aProgramWithoutCredentialsGetsAProblemDocument() throws Exception {
        web.perform(get("http://brescia.localhost/api/v1/openapi.json"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("SignedIn"))));
        web.perform(get("http://brescia.localhost/api/v1/openapi.json").with(httpBasic("coordinatore", "sbagliata")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void anUnknownHostHasNoCentre() throws Exception {
        web.perform(get("http://altrove.localhost/"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                .andExpect(content().string(Matchers.containsString("Nessun centro")));
    }

    private MockHttpServletRequestBuilder signIn(String name, String password, String centre) {
        return post("/accesso").param("nome", name).param("parola", password).with(cast.nobody(centre));
    }
}
