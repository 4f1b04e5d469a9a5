// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.opencit.cast.OpenCitTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the editor changes in the sheet of a service, the public reads at once. */
@OpenCitTest
class SheetOnTheSiteTest {

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {Browsers.DESKTOP, Browsers.PHONE})
    void aChangedSheetIsReadOnTheSite(int width) {
        String time = "entro " + width + " ore dalla richiesta completa";
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            Browsers.signIn(page, "redattore");
            page.navigate("/gestione/catalogo?q=PagoPA");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("PagoPA").setExact(true))
                    .first()
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Modifica la scheda"))
                    .click();
            page.getByLabel("Tempo di attivazione", new Page.GetByLabelOptions().setExact(true))
                    .fill(time);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Salva e pubblica"))
                    .click();
            assertThat(page.locator("[role=status]")).hasText("Scheda salvata e pubblicata: il pubblico la legge già.");

            page.navigate("/servizi/pagopa");
            assertThat(page.locator("main")).containsText(time);
            Browsers.isAccessible(page);
            Browsers.picture(page, "sito-scheda");
        }
    }
}
