// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody without an account does on the public site: no cookie is left behind. */
@OpenCitTest
class VisitorTest {

    @LocalServerPort
    int port;

    @Autowired
    MovingClock clock;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void findsInThreeClicksWhatPagoPaCostsBrenoAndWhy(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            List<String> complaints = Browsers.complaints(page);
            page.navigate("/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scopri i servizi"))
                    .click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("PagoPA").setExact(true))
                    .click();
            page.getByLabel("Il tuo Comune o ente").selectOption("Comune di Breno");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Calcola").setExact(true))
                    .click();

            String answer = page.locator(".os-answer").innerText();
            assertThat(answer)
                    .contains("Comune di Breno: quanto costa nel ")
                    .contains("€")
                    .contains("Perché")
                    .contains("Tariffa:");
            Browsers.isAccessible(page);
            Browsers.picture(page, "sito-quanto-costa");
            assertThat(complaints).isEmpty();
            assertThat(window.cookies()).isEmpty();
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void asksAQuestionFromASheet(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            page.navigate("/servizi/pec");
            page.getByLabel("La tua domanda su questo servizio").fill("Quante caselle può avere un'Unione?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continua"))
                    .click();
            assertThat(page.locator("#campo-text").inputValue()).contains("Quante caselle");
            assertThat(page.locator("#campo-servizio").inputValue()).isEqualTo("pec");
            page.locator("#campo-name").fill("Lucia");
            page.locator("#campo-surname").fill("Neri");
            page.locator("#campo-email").fill("lucia-domanda-" + width + "@esempio.it");
            clock.moveTo(Instant.now().plusSeconds(5));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la domanda"))
                    .click();
            assertThat(page.locator("#errore-consent").innerText()).contains("spunta la casella");
            Browsers.isAccessible(page);
            Browsers.picture(page, "altre-domanda-rifiutata");
            page.locator("label[for=campo-consent]").click();
            clock.moveTo(Instant.now().plusSeconds(10));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la domanda"))
                    .click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Domanda ricevuta");
            Browsers.isAccessible(page);
            Browsers.picture(page, "altre-domanda-ricevuta");
            assertThat(window.cookies()).isEmpty();
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void saysHowClearAPageIs(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            page.navigate("/cit");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("5 su 5"))
                    .click();
            assertThat(page.locator("legend").innerText()).contains("preferito");
            Browsers.isAccessible(page);
            Browsers.picture(page, "altre-chiarezza-perche");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia"))
                    .click();
            Browsers.isAccessible(page);
            page.getByLabel("Le indicazioni erano chiare").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia"))
                    .click();
            assertThat(page.locator("[role=status]").innerText()).contains("Grazie");
            Browsers.isAccessible(page);
            assertThat(window.cookies()).isEmpty();
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void enrolsAndGivesUp(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            page.navigate("/eventi/accessibilita-dei-documenti/iscrizione");
            page.locator("#campo-name").fill("Lucia");
            page.locator("#campo-surname").fill("Neri");
            page.locator("#campo-email").fill("lucia-evento-" + width + "@esempio.it");
            page.locator("label[for=campo-consent]").click();
            clock.moveTo(Instant.now().plusSeconds(5));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Iscriviti"))
                    .click();
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("Hai un posto.");
            Browsers.isAccessible(page);
            Browsers.picture(page, "altre-iscrizione");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rinuncia"))
                    .click();
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("Hai rinunciato.");
            assertThat(window.cookies()).isEmpty();
        }
    }
}
