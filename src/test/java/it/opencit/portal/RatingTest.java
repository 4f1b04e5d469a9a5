// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.centres.Centres;
import it.opencit.shared.access.Role;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Readers say how clear a page is, and the editors read it. */
@OpenCitTest
class RatingTest {

    private static final String CENTRE = "chiarezza";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Centres centres;

    private Visitor reader;

    @BeforeEach
    void aReader() {
        reader = new Visitor(web, cast, clock, jdbc, centres, CENTRE);
    }

    @Test
    void eachPageAsksAndThenAsksWhy() throws Exception {
        reader.reads("/servizi")
                .andExpect(content().string(containsString("Quanto sono chiare le informazioni su questa pagina?")))
                .andExpect(content().string(containsString("name=\"pagina\" value=\"/servizi\"")));
        reader.reads("/en/servizi").andExpect(content().string(containsString("How clear is the information")));
        String next = Objects.requireNonNull(reader.posts("/valutazione", "pagina", "/servizi", "voto", "2")
                .andExpect(status().is3xxRedirection())
                .andExpect(cookie().doesNotExist("opencit"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        reader.reads(next).andExpect(content().string(containsString("Dove hai incontrato le maggiori difficoltà?")));
        reader.posts(next, "comment", "a".repeat(201))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli una risposta")));
        reader.posts(next, "reason", "COMPLETE", "comment", "Manca il <b>prezzo</b>")
                .andExpect(redirectedUrl(next));
        reader.reads(next).andExpect(content().string(containsString("Grazie, il tuo parere")));
        reader.posts(next, "reason", "OTHER", "comment", "Ancora").andExpect(redirectedUrl(next));
        assertThat(reader.text("select string_agg(reason || comment, ',') from portal.rating where path = '/servizi'"))
                .isEqualTo("COMPLETEManca il <b>prezzo</b>");

        web.perform(get(RatingDeskController.ADDRESS).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2")))
                .andExpect(content().string(containsString("/servizi")));
        web.perform(get(RatingDeskController.ONE_BY_ONE + "?commenti=si").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(content().string(containsString("Manca il &lt;b&gt;prezzo")));
        web.perform(get(RatingDeskController.ADDRESS + "/chiarezza-delle-pagine.csv")
                        .with(cast.with(Role.COORDINATORE, CENTRE)))
                .andExpect(status().isOk());
        web.perform(get(RatingDeskController.ONE_BY_ONE + "/giudizi-sulle-pagine.csv")
                        .with(cast.with(Role.COORDINATORE, CENTRE)))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "/servizi, 6, 422",
        "/servizi, '', 422",
        "/gestione/enti, 3, 404",
        "http://altrove/, 3, 404",
        "/<script>, 3, 404",
        "'', 3, 404"
    })
    void whatIsNoPageOrNoMarkIsRefused(String path, String stars, int expected) throws Exception {
        long before = reader.count("portal.rating");
        reader.posts("/valutazione", "pagina", path, "voto", stars).andExpect(status().is(expected));
        assertThat(reader.count("portal.rating")).isEqualTo(before);
    }

    @Test
    void whoRatesWithoutEndIsToldToWait() throws Exception {
        for (int i = 0; i < 200; i++) {
            reader.posts("/valutazione", "pagina", "/cit", "voto", "1");
        }
        reader.posts("/valutazione", "pagina", "/cit", "voto", "1")
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("troppe richieste")));
        assertThat(reader.count("portal.rating where path = '/cit'")).isLessThanOrEqualTo(60);
    }

    @Test
    void aTokenOfSomethingElseLeadsNowhere() throws Exception {
        reader.reads("/valutazione/1-99999999999-" + "a".repeat(43)).andExpect(status().isNotFound());
        reader.posts("/valutazione/abc", "reason", "CLEAR").andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATORE", "AMMINISTRATIVO", "REFERENTE", "FORNITORE"})
    void othersDoNotReadIt(Role role) throws Exception {
        for (String path : new String[] {
            RatingDeskController.ADDRESS, RatingDeskController.ONE_BY_ONE, EnrolmentDeskController.ADDRESS
        }) {
            web.perform(get(path).with(cast.with(role, CENTRE)))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(not(containsString("portal.rating"))));
        }
    }
}
