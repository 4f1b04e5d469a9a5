// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.regex.Pattern;
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
            press(page, "Apri un ticket", "Di che cosa si tratta?");
            Browsers.reach(page, "Assistenza"); // the breadcrumb's; the category follows
            press(page, "Assistenza", "Cambia categoria");
            Browsers.reach(page, "Ente (obbligatorio)");
            page.keyboard().type("Comune");
            Browsers.reach(page, "Titolo (obbligatorio)");
            page.keyboard().type("La stampante non va");
            Browsers.reach(page, "Descrizione (obbligatorio)");
            page.keyboard().type("Da questa mattina.");
            press(page, "Apri il ticket", "Lavora il ticket");

            page.navigate("/gestione/assistenza/ticket");
            Browsers.reach(page, "Cerca");
            page.keyboard().type("stampante");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("q=stampante"));
            press(page, "La stampante non va", "Lavora il ticket");
            Browsers.reach(page, "Risposta: la legge l'ente (obbligatorio)");
            page.keyboard().type("Cambiata la cartuccia.");
            press(page, "Invia la risposta", "Cambiata la cartuccia.");
            Browsers.reach(page, "Nuovo stato");
            page.keyboard().type("Risolto");
            Browsers.reach(page, "Cambia stato");
            page.keyboard().press("Enter");
            assertThat(page.locator("main dl.oc-facts").first()).containsText("Risolto");
        }
    }

    private static void press(Page page, String name, String then) {
        Browsers.reach(page, name);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText(then);
    }
}
