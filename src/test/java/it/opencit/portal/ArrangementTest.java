// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpenCitTest
class ArrangementTest {

    private static final String CENTRE = "avellino";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asFounded() {
        cast.at(CENTRE, () -> jdbc.sql("delete from portal.arrangement").update());
    }

    private ResultActions home(String path) throws Exception {
        return web.perform(get(path).with(cast.nobody(CENTRE))).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder arranged() {
        return post(ArrangementController.ADDRESS)
                .with(csrf())
                .param("version", "0")
                .param("label-0", "Catalogo")
                .param("labelEn-0", "Catalogue")
                .param("address-0", "/servizi")
                .param("place-0", "2")
                .param("label-1", "Albo")
                .param("address-1", "https://albo.esempio.it")
                .param("place-1", "1")
                .param("shown-NEWS", "si")
                .param("block-NEWS", "1")
                .param("shown-HIGHLIGHTS", "si")
                .param("block-HIGHLIGHTS", "2")
                .param("highlight-0", "/cit/come-si-aderisce");
    }

    @Test
    void theSiteShowsMenuAndBlocksAsTheyWereArranged() throws Exception {
        web.perform(arranged().with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isFound());

        home("/")
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "href=\"https://albo.esempio.it\"", ">Catalogo<", "id=\"novita\"", "id=\"evidenza\"")))
                .andExpect(content().string(containsString("Come si aderisce")))
                .andExpect(content().string(not(containsString("Che cos&#39;è il centro"))))
                .andExpect(content().string(not(containsString("id=\"numeri\""))));
        home("/en").andExpect(content().string(containsString(">Catalogue<")));
    }

    @Test
    void anAddressThatLeadsNowhereIsRefusedAndWhatWasTypedStays() throws Exception {
        web.perform(arranged()
                        .param("label-2", "Trappola")
                        .param("address-2", "javascript:alert(1)")
                        .with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non è un indirizzo")))
                .andExpect(content().string(containsString("value=\"Trappola\"")));
        web.perform(arranged().param("highlight-1", "/novita/nessuna").with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nessun contenuto pubblicato")));
    }

    @Test
    void theSecondToArrangeSeesWhatTheFirstDid() throws Exception {
        web.perform(arranged().with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isFound());

        web.perform(arranged().with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Qualcun altro ha salvato")));
    }

    @Test
    void theFormShowsHowTheSiteIsArranged() throws Exception {
        web.perform(get(ArrangementController.ADDRESS).with(cast.with(Role.REDATTORE, CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"/work-in-progress\"")));
    }
}
