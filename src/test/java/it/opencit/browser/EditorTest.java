// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** An editor of the portal writes a piece of news with a picture, in a real browser. */
@OpenCitTest
class EditorTest {

    private static final String CENTRE = "scrittori";
    private static final String EDITOR = "#campo-body";

    private static boolean enrolled;

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Persons persons;

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {Browsers.DESKTOP, Browsers.PHONE})
    void aPieceOfNewsWithAPictureIsWrittenAndPublished(int width) throws IOException {
        try (BrowserContext window = window(width)) {
            Page page = window.newPage();
            Browsers.signIn(page, "redattore");
            List<String> complaints = Browsers.complaints(page);
            page.navigate("/gestione/portale/immagini");
            Locator upload = page.locator("main details");
            if (upload.getAttribute("open") == null) {
                upload.locator("summary").click();
            }
            page.locator("#campo-file").setInputFiles(new FilePayload("sede.png", "image/png", photograph(width)));
            page.getByLabel("Testo alternativo").fill("La sede del centro a " + width);
            press(page, "Carica");
            assertThat(page.getByText("Immagine caricata")).isVisible();
            Browsers.isAccessible(page);
            Browsers.pictureForTheManual(page, "immagine");

            page.navigate("/gestione/portale/contenuti/nuovo?tipo=NEWS");
            page.getByLabel("Titolo (obbligatorio)").fill("Riapre lo sportello " + width);
            Locator editor = page.locator(EDITOR);
            editor.click();
            page.keyboard().type("Da ");
            press(page, "Grassetto");
            assertThat(button(page, "Grassetto")).hasAttribute("aria-pressed", "true");
            page.keyboard().type("lunedì");
            page.keyboard().press("Control+b");
            page.keyboard().type(" apre.");
            page.keyboard().press("Enter");
            press(page, "Titolo");
            page.keyboard().type("Orari");
            page.keyboard().press("Enter");
            press(page, "Elenco");
            page.keyboard().type("mattina");
            page.keyboard().press("Enter");
            page.keyboard().type("dalle 9");
            press(page, "Rientra");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            page.keyboard().type("pomeriggio");
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");

            press(page, "Collegamento");
            page.locator("dialog[open] input").first().fill("javascript:alert(1)");
            page.locator("dialog[open] input").last().fill("Scrivici");
            press(page, "Metti il collegamento");
            assertThat(page.getByRole(AriaRole.ALERT)
                            .filter(new Locator.FilterOptions().setHasText("Scrivi un indirizzo")))
                    .isVisible();
            Browsers.isAccessible(page);
            page.locator("dialog[open] input").first().fill("www.esempio.it/scrivi");
            press(page, "Metti il collegamento");
            assertThat(editor.locator("a")).hasText("Scrivici");

            press(page, "Immagine");
            Locator found = page.locator("dialog[open] button[data-picture]").first();
            found.waitFor();
            Browsers.isAccessible(page);
            Browsers.pictureForTheManual(page, "scelta-immagine");
            found.click();
            assertThat(editor.locator("img[alt='La sede del centro a " + width + "']"))
                    .isVisible();
            Browsers.isAccessible(page);
            Browsers.pictureForTheManual(page, "editor");

            press(page, "Salva e pubblica");
            assertThat(page.getByText("il pubblico lo legge già")).isVisible();
            Browsers.isAccessible(page);
            Browsers.pictureForTheManual(page, "contenuto");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Come la vede il pubblico"))
                    .click();
            Browsers.isAccessible(page);
            String html = page.locator(".os-text").innerHTML().replaceAll("\\s+", " ");
            assertThat(html)
                    .contains("<p>Da <strong>lunedì</strong> apre.</p> <h2>Orari</h2>")
                    .contains("<li>mattina <ul> <li>dalle 9</li> </ul> </li> <li>pomeriggio</li>")
                    .contains("<a href=\"https://www.esempio.it/scrivi\">Scrivici</a>")
                    .contains("srcset=");
            Browsers.pictureForTheManual(page, "notizia-pubblicata");

            page.goBack();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Modifica").setExact(true))
                    .click();
            page.locator(EDITOR).locator("p").first().click();
            page.keyboard().press("End");
            page.keyboard().type(" Anche d'estate.");
            press(page, "Salva la bozza");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Differenze tra la versione 1"))
                    .click();
            assertThat(page.locator("main ins").last()).containsText("Anche d'estate.");
            Browsers.isAccessible(page);
            Browsers.pictureForTheManual(page, "differenze");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whatWordPutsOnTheClipboardComesOutClean() throws IOException {
        String word = new ClassPathResource("texts/word.html").getContentAsString(StandardCharsets.UTF_8);
        try (BrowserContext window = window(Browsers.DESKTOP)) {
            Page page = window.newPage();
            Browsers.signIn(page, "redattore");
            List<String> complaints = Browsers.complaints(page);
            page.navigate("/gestione/portale/contenuti/nuovo?tipo=NEWS");
            Locator editor = page.locator(EDITOR);
            editor.click();
            page.evaluate("""
                    ([selector, html]) => {
                        const data = new DataTransfer();
                        data.setData('text/html', html);
                        data.setData('text/plain', 'Avviso ai Comuni');
                        document.querySelector(selector).dispatchEvent(
                            new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                    }""", List.of(EDITOR, word));
            assertThat(editor.locator("h2")).hasText("Avviso ai Comuni");
            assertThat(editor.locator("ul ul li")).hasText("con meno di 5.000 abitanti");
            assertThat(editor.locator("table tr")).hasCount(2);
            assertThat(editor.innerHTML()).doesNotContain("mso", "Mso", "style=", "Da rivedere");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theKeyboardAloneIsEnoughAndTabLeavesTheText() {
        try (BrowserContext window = window(Browsers.DESKTOP)) {
            Page page = window.newPage();
            Browsers.signIn(page, "redattore");
            page.navigate("/gestione/portale/contenuti/nuovo?tipo=NEWS");
            page.locator("#campo-summary").focus();
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Testo");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(":focus")).hasText("Titoletto");
            page.keyboard().press("Home");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(":focus")).hasText("Ripeti");
            page.keyboard().press("Escape");
            assertThat(page.locator(EDITOR)).isFocused();
            page.keyboard().type("Ciao");
            page.keyboard().press("Alt+F10");
            assertThat(page.locator(":focus")).hasText("Ripeti");
            page.keyboard().press("Tab");
            assertThat(page.locator(EDITOR)).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.locator("#campo-picture")).isFocused();
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Control+z");
            assertThat(page.locator(EDITOR)).hasText("");
        }
    }

    @Test
    void withoutScriptsOneWritesMarkdown() {
        try (BrowserContext window = Browsers.windowWithoutScripts(base(), Browsers.DESKTOP)) {
            enrol();
            Page page = window.newPage();
            Browsers.signIn(page, "redattore");
            page.navigate("/gestione/portale/contenuti/nuovo?tipo=NEWS");
            page.getByLabel("Titolo (obbligatorio)").fill("Senza script");
            page.locator("textarea[name=body]").fill("## Orari\n\n- mattina");
            press(page, "Salva e pubblica");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Come la vede il pubblico"))
                    .click();
            assertThat(page.locator(".os-text li")).hasText("mattina");
        }
    }

    private BrowserContext window(int width) {
        enrol();
        return Browsers.window(base(), width);
    }

    private String base() {
        return "http://" + CENTRE + ".localhost:" + port;
    }

    private void enrol() {
        if (enrolled) {
            return;
        }
        enrolled = true;
        cast.at(CENTRE, () -> persons.grant(persons.enrol("redattore", "Dario Galli", "demo"), Role.REDATTORE, null));
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    /** Of the first editor, or of the dialog that is open. */
    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static byte[] photograph(int width) throws IOException {
        BufferedImage picture = new BufferedImage(900 + width % 7, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(190, 215, 235));
        graphics.fillRect(0, 0, 910, 500);
        graphics.setColor(new Color(150, 90, 60));
        graphics.fillRect(250, 180, 400, 320);
        graphics.setColor(new Color(110, 40, 30));
        graphics.fillPolygon(new int[] {220, 450, 680}, new int[] {180, 60, 180}, 3);
        graphics.setColor(new Color(240, 235, 200));
        for (int x = 290; x < 640; x += 120) {
            graphics.fillRect(x, 230, 70, 90);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
