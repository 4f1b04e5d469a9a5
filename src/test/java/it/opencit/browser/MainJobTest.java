// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.opencit.cast.OpenCitTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job, from signing in to the document: what each body owes, and why. */
@OpenCitTest
class MainJobTest {

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {Browsers.DESKTOP, Browsers.PHONE})
    void aCoordinatorFindsWhatCoccaglioOwesAndWhy(int width) {
        try (BrowserContext window = Browsers.window(base("brescia"), width)) {
            Page page = window.newPage();
            List<String> complaints = Browsers.complaints(page);
            page.navigate("/accesso");
            Browsers.picture(page, "accesso");
            Browsers.signIn(page, "coordinatore");
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Bacheca").setLevel(1)))
                    .isVisible();
            Browsers.isAccessible(page);
            Browsers.picture(page, "bacheca");

            page.navigate("/gestione/quote/2019");
            Browsers.isAccessible(page);
            Browsers.picture(page, "quote");
            page.getByLabel("Ente o pagante").fill("coccàglio");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filtra"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 riga");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Comune di Coccaglio"))
                    .click();

            assertThat(page.getByText("Comune di Coccaglio: per il 2019 la quota di adesione è di"))
                    .containsText("€ 1.973,63");
            assertThat(page.getByText("8.757 abitanti al 31/12/2013").first()).isVisible();
            Browsers.isAccessible(page);
            Browsers.picture(page, "perche");

            String document = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scarica il PDF"))
                    .getAttribute("href");
            assertThat((String) page.evaluate("async link => (await (await fetch(link)).text()).slice(0, 5)", document))
                    .isEqualTo("%PDF-");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void thePersonOfACouncilReadsItsOwnQuotas() {
        try (BrowserContext window = Browsers.window(base("brescia"), Browsers.PHONE)) {
            Page page = window.newPage();
            Browsers.signIn(page, "comune");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Comune di Coccaglio");
            Browsers.isAccessible(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Perché questo importo nel 2019"))
                    .click();
            assertThat(page.getByText("la quota di adesione è di")).containsText("€ 1.973,63");
            Browsers.isAccessible(page);

            page.navigate("/gestione/quote/2019");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Operazione non permessa");
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (BrowserContext window = Browsers.window(base("brescia"), Browsers.DESKTOP)) {
            Page page = window.newPage();
            page.navigate("/accesso");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Vai al contenuto");
            page.getByLabel("Nome utente").focus();
            page.keyboard().type("coordinatore");
            page.keyboard().press("Tab");
            page.keyboard().type("demo");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Bacheca");

            page.navigate("/gestione/quote/2019");
            Browsers.reach(page, "Ente o pagante");
            page.keyboard().type("coccaglio");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 riga");
            Browsers.reach(page, "Comune di Coccaglio");
            page.keyboard().press("Enter");
            assertThat(page.getByText("la quota di adesione è di")).containsText("€ 1.973,63");
        }
    }

    private String base(String centre) {
        return "http://" + centre + ".localhost:" + port;
    }
}
