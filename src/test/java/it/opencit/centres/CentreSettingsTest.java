// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class CentreSettingsTest {

    private static final String CENTRE = "impostazioni";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void whatIsSavedIsSeenAtOnceOnThePages() throws Exception {
        web.perform(settings("#123456", "CIT delle Valli").param("version", version()))
                .andExpect(redirectedUrl("/gestione/centro"));

        web.perform(get("/").with(cast.nobody(CENTRE))).andExpect(content().string(containsString("CIT delle Valli")));
        web.perform(get("/aspetto/" + version() + ".css").with(cast.nobody(CENTRE)))
                .andExpect(content().string(containsString("#123456")));
    }

    @Test
    void aColourThatDoesNotReadWellIsRefusedWithItsRatioAndWhatWasTypedStays() throws Exception {
        web.perform(settings("#ffcc00", "Nome appena scritto").param("version", version()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("il contrasto è 1,5")))
                .andExpect(content().string(containsString("Nome appena scritto")));
    }

    @Test
    void theStatementOfAccessibilityStandsAtTheFootOfEveryPage() throws Exception {
        String statement = "https://form.agid.gov.it/view/4f0c2a10-0000-11ef-a1b2-3d4e5f607080";
        for (String[] wrong : new String[][] {
            {"javascript:alert(1)", ""}, {"http://form.agid.gov.it/view/1", ""}, {"", "uno due"}, {"", "https://<b>"}
        }) {
            web.perform(settings("#123456", "CIT")
                            .param("version", version())
                            .param("accessibilityStatement", wrong[0])
                            .param("accessibilityFeedback", wrong[1]))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("» non è ")));
        }
        web.perform(settings("#123456", "CIT").param("version", version()).param("email", "posta@centro.example"));
        page("/").andExpect(content().string(containsString("href=\"/legale/accessibilita\">Dichiarazione")));
        page("/legale/accessibilita")
                .andExpect(content().string(containsString("mailto:posta@centro.example")))
                .andExpect(content().string(containsString("Difensore civico per il digitale")));

        web.perform(settings("#123456", "CIT")
                        .param("version", version())
                        .param("email", "posta@centro.example")
                        .param("accessibilityStatement", statement)
                        .param("accessibilityFeedback", "ostacoli@centro.example"))
                .andExpect(status().isFound());
        for (String path : List.of("/", "/en/servizi", "/accesso")) {
            page(path).andExpect(content().string(containsString("href=\"" + statement + "\"")));
        }
        for (String path : List.of("/legale/accessibilita", "/en/legale/accessibilita")) {
            page(path)
                    .andExpect(content().string(containsString("href=\"" + statement + "\"")))
                    .andExpect(content().string(containsString("mailto:ostacoli@centro.example")));
        }
        page("/legale/accessibilita").andExpect(content().string(containsString("Segnala un ostacolo")));
        web.perform(get("/legale/accessibilita").with(cast.nobody(Cast.COLLI)))
                .andExpect(content().string(not(containsString(statement))));
    }

    private ResultActions page(String path) throws Exception {
        return web.perform(get(path).with(cast.nobody(CENTRE)));
    }

    @Test
    void theSecondEditorIsShownBothTexts() throws Exception {
        String read = version();
        web.perform(settings("#123456", "Nome del primo").param("version", read))
                .andExpect(status().isFound());

        web.perform(settings("#123456", "Nome del secondo").param("version", read))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nome del primo")))
                .andExpect(content().string(containsString("Nome del secondo")));
    }

    @Test
    void aLogoIsKnownByItsContentNotByItsName() throws Exception {
        var disguised = new MockMultipartFile(
                "logo", "logo.png", "image/png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        web.perform(multipart("/gestione/centro/logo").file(disguised).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("PNG o JPEG")));
    }

    private String version() {
        return Integer.toString(cast.at(CENTRE, () -> cast.centre(CENTRE)).version());
    }

    private MockHttpServletRequestBuilder settings(String colour, String shortName) {
        return post("/gestione/centro")
                .with(cast.coordinatore(CENTRE))
                .param("name", "Centro")
                .param("shortName", shortName)
                .param("leadBody", "Unione dei Colli")
                .param("primaryColour", colour)
                .param("accentColour", "#0059b3");
    }
}
