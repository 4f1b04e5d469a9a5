// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.tickets.pages.ShownView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who signs in is always Anna, by different roles: what is of somebody else is kept in her place. */
@OpenCitTest
class SavedViewTest {

    private static final String CENTRE = "viste";
    private static final String VIEWS = SavedViewController.VIEWS;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketList list;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    SavedViewStore store;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId body = new OrganizationId(1);
    private String name = "";

    @BeforeEach
    void twoTicketsOfABody() {
        body = cast.at(CENTRE, () -> Desk.body(organizations));
        cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Uno"), Desk.ELENA));
        cast.at(CENTRE, () -> tickets.open(Desk.asked(body, "Due"), Desk.ELENA));
        name = "Vista " + UUID.randomUUID().toString().substring(0, 8);
        cast.at(CENTRE, () -> {
            jdbc.sql("delete from tickets.saved_view").update();
            rulebooks.revise();
        });
    }

    @Test
    void filtersAreKeptUnderANameAndCountedOverTheListAndOnTheBoard() throws Exception {
        web.perform(get(Addresses.TICKETS).param("ente", body.toString()).with(office()))
                .andExpect(content().string(containsString("Salva questi filtri come vista")));
        save(name, Map.of("ente", body.toString(), "stato", "OPEN", "dopo", "x"))
                .andExpect(redirectedUrl(Addresses.TICKETS + "?stato=OPEN&ente=" + body));
        save(name + " parole", Map.of("q", "stampante")).andExpect(status().is3xxRedirection());
        save(name + " chiusi", Map.of("ente", body.toString(), "stato", "CLOSED", "ordine", "OLDEST"))
                .andExpect(status().is3xxRedirection());

        List<ShownView> shown = cast.at(
                CENTRE,
                () -> list.views(rulebooks.current(), "anna", Map.of("stato", "OPEN", "ente", body.toString())));
        assertThat(shown).extracting(ShownView::count).containsExactly("2", "0", "");
        assertThat(shown).extracting(ShownView::current).containsExactly(true, false, false);
        web.perform(get(Addresses.TICKETS).with(office()))
                .andExpect(content().string(containsString(name + " chiusi")));
        web.perform(get(Addresses.BOARD).with(office())).andExpect(content().string(containsString(name + " parole")));
    }

    @Test
    void aNameIsAskedForAndUsedOnce() throws Exception {
        save(" ", Map.of("stato", "OPEN"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il nome della vista")))
                .andExpect(content().string(containsString("name=\"stato\" value=\"OPEN\"")));
        save("x".repeat(61), Map.of()).andExpect(status().isUnprocessableContent());
        save(name, Map.of("stato", "OPEN")).andExpect(status().is3xxRedirection());
        save(name, Map.of("stato", "NEW")).andExpect(content().string(containsString("Hai già una vista")));
        for (int i = 1; i < SavedViews.MOST; i++) {
            save(name + i, Map.of("stato", "OPEN")).andExpect(status().is3xxRedirection());
        }
        save(name + "ancora", Map.of()).andExpect(content().string(containsString("al massimo 20 viste")));
    }

    @Test
    void itsOwnerRenamesSharesAndTakesItAway() throws Exception {
        save(name, Map.of("stato", "OPEN")).andExpect(status().is3xxRedirection());
        long id = id(name);
        web.perform(get(VIEWS + "/" + id).with(office())).andExpect(content().string(containsString(name)));
        change(id, "Altro " + name, "0", office()).andExpect(status().is3xxRedirection());
        change(id, "Tardi " + name, "0", office())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ora si chiama «Altro " + name)));
        web.perform(post(VIEWS + "/" + id + "/rimozione").with(office())).andExpect(redirectedUrl(Addresses.TICKETS));
        web.perform(get(VIEWS + "/" + id).with(office())).andExpect(status().isNotFound());
    }

    @Test
    void thoseOfOthersAreSeenWhenSharedAndChangedByWhoCoordinates() throws Exception {
        cast.at(CENTRE, () -> {
            store.add(new SavedView(0, name, "carla", false, Map.of("stato", "NEW"), 0));
            store.add(new SavedView(0, name + " di tutti", "carla", true, Map.of("stato", "NEW"), 0));
            rulebooks.revise();
        });
        long secret = id(name);
        long shared = id(name + " di tutti");
        web.perform(get(Addresses.TICKETS).with(office()))
                .andExpect(content().string(containsString(name + " di tutti")))
                .andExpect(content().string(not(containsString("<span>" + name + "<"))));
        web.perform(get(VIEWS + "/" + secret).with(cast.coordinatore(CENTRE))).andExpect(status().isNotFound());
        web.perform(get(VIEWS + "/" + shared).with(office()))
                .andExpect(content().string(containsString("La cambia chi l'ha salvata")));
        change(shared, "Mia", "0", office()).andExpect(status().isForbidden());
        web.perform(post(VIEWS + "/" + shared + "/rimozione").with(office())).andExpect(status().isForbidden());
        change(shared, "Nuovo " + name, "0", cast.coordinatore(CENTRE)).andExpect(status().is3xxRedirection());
        web.perform(get(VIEWS).with(cast.referente(body.value(), CENTRE))).andExpect(status().isForbidden());
    }

    private ResultActions save(String called, Map<String, String> filters) throws Exception {
        MockHttpServletRequestBuilder request = post(VIEWS).param("name", called);
        filters.forEach(request::param);
        return web.perform(request.with(office()));
    }

    private ResultActions change(long id, String called, String version, RequestPostProcessor by) throws Exception {
        return web.perform(post(VIEWS + "/" + id)
                .param("name", called)
                .param("shared", "si")
                .param("version", version)
                .with(by));
    }

    private long id(String called) {
        return cast.at(
                CENTRE,
                () -> jdbc.sql("select id from tickets.saved_view where name = :name")
                        .param("name", called)
                        .query(Long.class)
                        .single());
    }

    private RequestPostProcessor office() {
        return cast.with(Role.OPERATORE, CENTRE);
    }
}
