// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class SchemePagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void aSchemeIsAddedShownAndListed() throws Exception {
        String address = saved("/gestione/convenzioni/nuovo", "Adesione 2015-2020", "2015-01-01", "2020-12-31", "")
                .andExpect(redirectedUrlPattern("/gestione/convenzioni/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        web.perform(get(String.valueOf(address)).with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(content().string(containsString("dal 01/01/2015 al 31/12/2020")))
                .andExpect(content().string(containsString("colli/quota")))
                .andExpect(content().string(not(containsString("Modifica"))));
        web.perform(get("/gestione/convenzioni").with(cast.with(Role.OPERATORE, Cast.COLLI)))
                .andExpect(content().string(containsString("Adesione 2015-2020")));
        saved("/gestione/convenzioni/nuovo", "Adesione 2015-2020", "2015-01-01", "2020-12-31", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già uno schema con questo titolo")));
    }

    @Test
    void theSecondToEditASchemeSeesWhatTheFirstSaved() throws Exception {
        String address = String.valueOf(
                saved("/gestione/convenzioni/nuovo", "Adesione 2021-2025", "2021-01-01", "2025-12-31", "")
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
        saved(address + "/modifica", "Titolo del primo", "2021-01-01", "2025-12-31", "0")
                .andExpect(status().isFound());

        saved(address + "/modifica", "Titolo del secondo", "2021-01-01", "2025-12-31", "0")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"Titolo del secondo\"")))
                .andExpect(content().string(containsString("<strong>Titolo del primo</strong>")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                              | title | from       | to         | years | answer
      no title                          | ''    | 2026-01-01 | 2036-12-31 | ''    | Scrivi il titolo
      it ends before it starts          | Prova | 2026-01-01 | 2025-12-31 | ''    | non può precedere il primo
      neither an end nor a duration     | Prova | 2026-01-01 | ''         | ''    | la durata in anni di ogni adesione
      a duration of no years            | Prova | 2026-01-01 | ''         | 0     | da 1 a 99
      """)
    void slipsAreShownBesideTheirField(String slip, String title, String from, String to, String years, String answer)
            throws Exception {
        web.perform(post("/gestione/convenzioni/nuovo")
                        .param("title", title)
                        .param("kind", "CONVENZIONE_ART_30_TUEL")
                        .param("startsOn", from)
                        .param("endsOn", to)
                        .param("years", years)
                        .param("renewal", "TACIT")
                        .param("articles", "Art. 1 Oggetto")
                        .with(cast.coordinatore(Cast.COLLI)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(answer)))
                .andExpect(content().string(containsString("Art. 1 Oggetto")));
    }

    private ResultActions saved(String address, String title, String from, String to, String version) throws Exception {
        return web.perform(post(address)
                .param("title", title)
                .param("kind", "CONVENZIONE_ART_30_TUEL")
                .param("startsOn", from)
                .param("endsOn", to)
                .param("renewal", "EXPRESS")
                .param("tariffCode", "colli/quota")
                .param("version", version)
                .with(cast.coordinatore(Cast.COLLI)));
    }
}
