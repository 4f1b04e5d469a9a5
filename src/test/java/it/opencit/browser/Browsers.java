// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one Chromium of all browser tests, and what they ask of every page. */
final class Browsers {

    static final int DESKTOP = 1280;
    static final int PHONE = 375;

    private static @Nullable Browser browser;

    /** As the builder of axe asks it, but in the page itself: the builder opens a window more for each page, to join frames. */
    private static final String VIOLATIONS = """
            async () => (await axe.run({resultTypes: ['violations']})).violations
                .map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(', '))""";

    private Browsers() {}

    /** A window of a width, signed in by nobody. Without Chromium the test is skipped, or fails where {@code CI=true}. */
    static BrowserContext window(String base, int width) {
        return window(base, width, true);
    }

    /** The same for who reads without JavaScript. */
    static BrowserContext windowWithoutScripts(String base, int width) {
        return window(base, width, false);
    }

    private static synchronized BrowserContext window(String base, int width, boolean scripts) {
        if (browser == null) {
            browser = launch();
        }
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts)
                .setLocale("it-IT"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    private static Browser launch() {
        Optional<Path> chromium = Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (chromium.isEmpty()) {
            String line = "No Chromium for the browser tests: install it with 'apt-get install chromium'.";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(line);
            }
            System.out.println(line);
            return abort(line);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update")));
    }

    static void signIn(Page page, String name) {
        page.navigate("/accesso");
        page.getByLabel("Nome utente").fill(name);
        page.getByLabel("Parola d'ordine").fill("demo");
        page.locator("main button[type=submit], main form button").first().click();
    }

    /** Presses Tab until the focus stands on what is named, and sees that focus shows. */
    static void reach(Page page, String name) {
        for (int presses = 0; presses < 200; presses++) {
            page.keyboard().press("Tab");
            boolean there = (Boolean) page.evaluate(
                    "name => { const e = document.activeElement; return (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText || '').trim() === name; }",
                    name);
            if (there) {
                assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name + " on " + page.url());
    }

    /** What every page owes its reader: axe finds nothing, one heading of first level, no sideways scrolling. */
    static void isAccessible(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate(VIOLATIONS))
                .as("axe on %s", page.url())
                .isEmpty();
        assertThat(page.locator("h1").count()).as("h1 of %s", page.url()).isEqualTo(1);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s scrolls sideways", page.url())
                .isTrue();
    }

    /** What the page complains of to its console, the content policy above all. */
    static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** Keeps a picture of a page, for the manual where that is of Brescia and shown there. */
    static void picture(Page page, String name) {
        if (name.startsWith("altre") || !page.url().contains("brescia.localhost")) {
            picture(page, name, "target/pictures");
        } else {
            pictureForTheManual(page, name);
        }
    }

    /** Keeps a picture for the manual where {@code -Dopencit.pictures=docs/immagini} asks for it. */
    static void pictureForTheManual(Page page, String name) {
        picture(page, name, System.getProperty("opencit.pictures", "target/pictures"));
    }

    private static void picture(Page page, String name, String folder) {
        int width = page.viewportSize().width;
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-" + width + ".png")));
    }
}
