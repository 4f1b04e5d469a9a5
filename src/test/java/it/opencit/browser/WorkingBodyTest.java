// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import it.opencit.cast.OpenCitTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Marta works for three Comuni, in two windows. */
@OpenCitTest
class WorkingBodyTest {

    @LocalServerPort
    int port;

    @Test
    void aFormLeftOpenForAnotherBodyIsNotTaken() {
        try (BrowserContext window =
                Browsers.windowWithoutScripts("http://brescia.localhost:" + port, Browsers.DESKTOP)) {
            Page page = window.newPage();
            Browsers.signIn(page, "segretaria");
            page.navigate("/area/assistenza/nuovo?categoria=assistenza");
            assertThat(page.url()).contains("/area/ente?poi=");
            choose(page, "Comune di Chiari");
            assertThat(page.url()).endsWith("/area/assistenza/nuovo?categoria=assistenza");
            assertThat(page.locator("header").innerText()).contains("Comune di Chiari");

            Page other = window.newPage();
            other.navigate("/area/ente");
            choose(other, "Comune di Rovato");
            assertThat(other.locator("header").innerText()).contains("Comune di Rovato");

            page.getByLabel("Titolo").fill("Per il Comune sbagliato");
            page.getByLabel("Descrizione").fill("Scritto quando si lavorava per Chiari.");
            page.getByText("Apri il ticket").click();
            assertThat(page.locator("main").innerText()).contains("un altro ente");
            other.navigate("/area/assistenza");
            assertThat(other.locator("main").innerText()).doesNotContain("Per il Comune sbagliato");
        }
    }

    private static void choose(Page page, String body) {
        page.locator("#campo-body").selectOption(new SelectOption().setLabel(body));
        page.locator("main form button").click();
    }
}
