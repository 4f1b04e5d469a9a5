// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way of a ticket without a mouse: board, opening, list, answer, solution. */
@OpenCitTest
class DeskByKeyboardTest {

    private static final String CENTRE = "tastiera";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @BeforeEach
    void anOfficeWithABody() {
        cast.at(CENTRE, () -> {
            organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, "Roccaverde"));
            persons.grant(persons.enrol("operatore", "Carla Monti", "demo"), Role.OPERATORE, null);
        });
    }

    @Test
    void aTicketIsOpenedFoundAnsweredAndSolvedByKeyboardAlone() {
        try (BrowserContext window = Browsers.window("http://" + CENTRE + ".localhost:" + port, Browsers.DESKTOP)) {
            Page page = window.newPage();
            Browsers.signIn(page, "operatore");
            page.navigate("/gestione/assistenza");
            press(page, "Apri un ticket");
            Browsers.reach(page, "Assistenza"); // the breadcrumb's; the category follows
            press(page, "Assistenza");
            Browsers.reach(page, "Ente (obbligatorio)");
            page.keyboard().type("Comune di Roccaverde");
            Browsers.reach(page, "Titolo (obbligatorio)");
            page.keyboard().type("La stampante non va");
            Browsers.reach(page, "Descrizione (obbligatorio)");
            page.keyboard().type("Da questa mattina.");
            press(page, "Apri il ticket");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("La stampante non va");

            page.navigate("/gestione/assistenza/ticket");
            Browsers.reach(page, "Cerca");
            page.keyboard().type("stampante");
            page.keyboard().press("Enter");
            press(page, "La stampante non va");
            Browsers.reach(page, "Risposta: la legge l'ente");
            page.keyboard().type("Cambiata la cartuccia.");
            press(page, "Invia la risposta");
            assertThat(page.locator("#vivo-conversazione")).containsText("Cambiata la cartuccia.");
            Browsers.reach(page, "Nuovo stato");
            page.keyboard().type("Risolto");
            press(page, "Cambia stato");
            assertThat(page.locator("main dl.oc-facts").first()).containsText("Risolto");
        }
    }

    private static void press(Page page, String name) {
        Browsers.reach(page, name);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }
}
