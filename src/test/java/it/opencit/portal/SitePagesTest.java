// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.w3c.dom.Document;

@OpenCitTest
class SitePagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private ResultActions visit(String path) throws Exception {
        return web.perform(get(path).with(cast.nobody(Cast.BRESCIA)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cit",
                "/cit/aderenti",
                "/cit/che-cos-e",
                "/novita",
                "/novita/certificati-di-firma-in-scadenza",
                "/eventi",
                "/eventi/tavolo-rtd",
                "/work-in-progress",
                "/work-in-progress/archivio-unico",
                "/assistenza",
                "/cerca?q=firma",
                "/legale/privacy",
                "/legale/note-legali",
                "/legale/accessibilita",
                "/legale/cookie"
            })
    void publicPagesAreReadInBothLanguagesWithoutASession(String path) throws Exception {
        visit(path)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"it\">")))
                .andExpect(content().string(containsString("Vai al contenuto")))
                .andExpect(cookie().doesNotExist("opencit"))
                .andExpect(header().string("Cache-Control", "no-cache"));
        visit("/en" + path)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"en\">")))
                .andExpect(content().string(containsString("Skip to content")))
                .andExpect(cookie().doesNotExist("opencit"));
    }

    @Test
    void aPageThatDidNotChangeIsNotSentAgain() throws Exception {
        String tag = Objects.requireNonNull(
                visit("/novita").andReturn().getResponse().getHeader("ETag"));

        assertThat(tag).startsWith("W/");
        web.perform(get("/novita").header("If-None-Match", tag).with(cast.nobody(Cast.BRESCIA)))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/novita/nessuna",
                "/cit/nessuna",
                "/legale/nessuna",
                "/eventi/nessuno.ics",
                "/en/gestione/nessuna"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        visit(path)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(302, 404));
    }

    @Test
    void anItalianTextSaysSoOnAnEnglishPage() throws Exception {
        visit("/en/cit/governo")
                .andExpect(content().string(containsString("<article lang=\"it\">")))
                .andExpect(content().string(containsString("available in Italian only")));
        visit("/en/cit/che-cos-e")
                .andExpect(content().string(containsString("What the centre is")))
                .andExpect(content().string(not(containsString("available in Italian only"))));
    }

    @Test
    void aSearchFindsWordsWithoutAccentsAndShowsWhatWasTypedAsText() throws Exception {
        visit("/cerca?q=accessibilita").andExpect(content().string(containsString("Accessibilità dei documenti")));
        visit("/cerca?q=<script>alert(1)</script>")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void anEmptySearchAndOneOfThousandsOfLettersAreAnswered() throws Exception {
        visit("/cerca").andExpect(status().isOk());
        visit("/cerca?q=" + "a".repeat(5_000)).andExpect(status().isOk());
        visit("/cerca?q=%22%26%7C!%3A*").andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/novita/rss.xml", "/novita/atom.xml", "/sitemap.xml"})
    void programsReadFeedsAndMap(String path) throws Exception {
        assertThat(xml(path).getDocumentElement().getTextContent())
                .contains("/novita/certificati-di-firma-in-scadenza");
    }

    private Document xml(String path) throws Exception {
        byte[] bytes =
                visit(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    @Test
    void calendarsReadTheEvents() throws Exception {
        for (String path : List.of("/eventi/calendario.ics", "/eventi/tavolo-rtd.ics")) {
            visit(path)
                    .andExpect(status().isOk())
                    .andExpect(content().contentTypeCompatibleWith("text/calendar"))
                    .andExpect(content().string(containsString("BEGIN:VEVENT")))
                    .andExpect(content().string(containsString("DTSTART:")));
        }
    }

    @Test
    void theMapShowsWhoHasJoined() throws Exception {
        assertThat(xml("/cit/aderenti.svg").getDocumentElement().getTextContent())
                .contains("Coccaglio", "Temù");
    }

    @Test
    void twoCentresAreTwoSites() throws Exception {
        web.perform(get("/").with(cast.nobody("macerata")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("CIT Brescia"))))
                .andExpect(content().string(not(containsString("tavolo-rtd"))));
    }
}
