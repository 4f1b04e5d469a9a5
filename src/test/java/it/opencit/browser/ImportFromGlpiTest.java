// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An export of GLPI, from the choice of the file to its tickets, on a desk and on a phone. */
@OpenCitTest
class ImportFromGlpiTest {

    private static final String CENTRE = "pianura";

    private static final String EXPORT = """
            "ID";"Titolo";"Stato";"Data di apertura";"Data di chiusura";"Categoria";"Entità"
            "%1$d1";"Stampante";"6";"2023-03-06 09:30";"2023-03-09 10:00";"Assistenza";"Radice > Unione della Pianura e delle Acque > Roccaverde"
            "%1$d2";"Posta";"Nuovo";"2024-01-31 08:00";"";"Qualcosa d'altro";"Radice > Altrove"
            "%1$d3";"Rete";"Boh";"2024-01-31 08:00";"";"Assistenza";"Radice > Altrove"
            """;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Persons persons;

    @Test
    void isLookedAtThenDone() {
        cast.at(CENTRE, () -> {
            organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, "Roccaverde"));
            persons.grant(persons.enrol("coordinatore", "Anna Valenti", "demo"), Role.COORDINATORE, null);
        });
        for (int width : List.of(Browsers.DESKTOP, Browsers.PHONE)) {
            try (BrowserContext window = Browsers.window("http://" + CENTRE + ".localhost:" + port, width)) {
                Page page = window.newPage();
                Browsers.signIn(page, "coordinatore");
                List<String> complaints = Browsers.complaints(page);
                page.navigate("/gestione/assistenza/impostazioni/importazione");
                Browsers.isAccessible(page);
                page.locator("#campo-file")
                        .setInputFiles(new FilePayload(
                                "glpi.csv", "text/csv", EXPORT.formatted(width).getBytes(StandardCharsets.UTF_8)));
                press(page, "Mostra l'anteprima");
                assertThat(page.locator("main")).containsText("1 ticket da importare");
                assertThat(page.locator("main")).containsText("Lo stato «Boh»");
                Browsers.isAccessible(page);
                Browsers.pictureForTheManual(page, "glpi");

                page.locator("#campo-ente-0").fill("Roccanera");
                press(page, "Importa");
                assertThat(page.locator("#errore-ente-0")).containsText("Roccanera");
                Browsers.isAccessible(page);

                page.locator("#campo-ente-0").fill("Comune di Roccaverde");
                press(page, "Ricalcola l'anteprima");
                assertThat(page.locator("main")).containsText("2 ticket da importare");
                press(page, "Importa");
                assertThat(page.locator("main")).containsText("2 importati");
                Browsers.isAccessible(page);
                assertThat(complaints).allMatch(complaint -> complaint.contains("status of 4"));
            }
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
