// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A Unione sees the tickets of its members where the convention says so, and nowhere else. */
@OpenCitTest
class OverseerTest {

    private static final String CENTRE = Desk.CENTRE;
    private static final String SETTINGS = OverseerSettingsController.ADDRESS;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Tickets tickets;

    private OrganizationId unione = new OrganizationId(1);
    private OrganizationId member = new OrganizationId(1);
    private TicketNumber open = new TicketNumber(1);
    private TicketNumber own = new TicketNumber(1);

    @BeforeEach
    void aUnioneWithAMember() {
        cast.at(CENTRE, () -> {
            unione = organizations.add(
                    OrganizationDetails.of(OrganizationKind.UNIONE, "Unione dei Colli " + NUMBER.incrementAndGet()));
            member = Desk.body(organizations);
            organizations.join(unione, member, new Period(LocalDate.of(2015, 1, 1), null));
            open = tickets.open(Desk.asked(member, "La stampante tace"), Desk.ELENA);
            tickets.write(open, Visibility.INTERNAL, "Nota interna", Desk.ANNA);
            own = tickets.open(
                    Desk.asked(member, "Cosa mia").with(new Sharing(Audience.OWN, false, List.of())), Desk.ELENA);
        });
    }

    @Test
    void itSeesThemOnlyWhileTheConventionSaysSo() throws Exception {
        String list = OverseerController.MEMBERS + "/" + member;
        unione(OverseerController.MEMBERS).andExpect(status().isNotFound());
        unione(list + "/" + open).andExpect(status().isNotFound());
        unione(Addresses.AREA).andExpect(content().string(not(containsString("Ticket dei membri"))));

        decide("")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi dove")));
        decide("Convenzione, art. 7").andExpect(redirectedUrl(SETTINGS));

        unione(Addresses.AREA).andExpect(content().string(containsString("Ticket dei membri")));
        unione(OverseerController.MEMBERS).andExpect(content().string(containsString("Roccaverde")));
        unione(list)
                .andExpect(content().string(containsString("La stampante tace")))
                .andExpect(content().string(not(containsString("Cosa mia"))));
        unione(list + "/" + open)
                .andExpect(content().string(containsString("Non si stampa")))
                .andExpect(content().string(not(containsString("Nota interna"))))
                .andExpect(content().string(not(containsString("<textarea"))));
        unione(list + "/" + own).andExpect(status().isNotFound());
        unione(Addresses.inArea(open)).andExpect(status().isNotFound());
        web.perform(post(Addresses.inArea(open) + "/risposte")
                        .param("text", "Mio")
                        .with(cast.referente(unione.value(), CENTRE)))
                .andExpect(status().isNotFound());
        OrganizationId stranger = cast.at(CENTRE, () -> Desk.body(organizations));
        unione(OverseerController.MEMBERS + "/" + stranger).andExpect(status().isNotFound());
        web.perform(get(list).with(cast.referente(stranger.value(), CENTRE))).andExpect(status().isNotFound());

        web.perform(get(SETTINGS).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("Convenzione, art. 7")));
        web.perform(post(SETTINGS + "/" + unione + "/fine").with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(SETTINGS));
        unione(list).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "/gestione/assistenza/impostazioni/unioni, OPERATORE",
        "/gestione/assistenza/impostazioni/unioni, REFERENTE",
        "/area/assistenza/membri, COORDINATORE",
        "/area/assistenza/membri/1, OPERATORE"
    })
    void theWrongRoleIsRefused(String address, Role role) throws Exception {
        web.perform(get(address).with(cast.with(role, CENTRE))).andExpect(status().isForbidden());
    }

    private ResultActions decide(String basis) throws Exception {
        return web.perform(post(SETTINGS)
                .param("organization", unione.toString())
                .param("basis", basis)
                .with(cast.coordinatore(CENTRE)));
    }

    private ResultActions unione(String address) throws Exception {
        return web.perform(get(address).with(cast.referente(unione.value(), CENTRE)));
    }
}
