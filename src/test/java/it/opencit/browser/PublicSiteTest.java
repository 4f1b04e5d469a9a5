// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import it.opencit.cast.OpenCitTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public site as its readers meet it: in two centres' colours, on a desktop, a phone and a window of 320 pixels. */
@OpenCitTest
class PublicSiteTest {

    /** One of each kind that every centre has. */
    private static final List<String> EVERYWHERE = List.of(
            "/",
            "/cit",
            "/cit/aderenti",
            "/cit/che-cos-e",
            "/novita",
            "/eventi",
            "/work-in-progress",
            "/servizi",
            "/servizi?q=posta&area=BACK_OFFICE",
            "/servizi?q=nessunaparola",
            "/assistenza",
            "/cerca?q=centro",
            "/legale/privacy",
            "/legale/cookie",
            "/dati",
            "/en");

    /** What only the demonstration of Brescia has. */
    private static final List<String> OF_BRESCIA = List.of(
            "/cit/documenti",
            "/novita/certificati-di-firma-in-scadenza",
            "/eventi/accessibilita-dei-documenti",
            "/eventi/accessibilita-dei-documenti/iscrizione",
            "/servizi/pagopa?ente=56",
            "/en/servizi/pec?ente=56",
            "/domande",
            "/work-in-progress/archivio-unico",
            "/en/cit/governo");

    /** One of each kind; the last holds a link within its text. */
    private static final List<String> PRINTED = List.of(
            "/",
            "/servizi",
            "/servizi/pagopa?ente=56",
            "/cit/aderenti",
            "/cit/documenti",
            "/assistenza",
            "/dati",
            "/novita/nuovo-corso-accessibilita");

    /** What reaches over the right edge; what scrolls by itself holds its own, but not on paper. */
    private static final String OUTSIDE = """
            paper => [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
                .filter(one => paper || !one.parentElement.closest('.oc-scroll'))
                .map(one => one.outerHTML.slice(0, 200))""";

    private static final int MOST_REQUESTS = 15;
    private static final int MOST_BYTES = 300_000;

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"brescia, 1280", "brescia, 375", "brescia, 320", "macerata, 1280"})
    void isAccessibleFitsTheWindowAndStaysOnItsHost(String centre, int width) {
        String host = centre + ".localhost";
        try (BrowserContext window = Browsers.window("http://" + host + ":" + port, width)) {
            Page page = window.newPage();
            List<String> complaints = Browsers.complaints(page);
            List<String> elsewhere = new ArrayList<>();
            page.onRequest(request -> {
                String asked = request.url();
                if (asked.startsWith("http") && !host.equals(URI.create(asked).getHost())) {
                    elsewhere.add(asked);
                }
            });
            List<String> addresses = new ArrayList<>(EVERYWHERE);
            if (centre.equals("brescia")) {
                addresses.addAll(OF_BRESCIA);
            }
            for (String address : addresses) {
                String html = page.navigate(address).text();
                Browsers.isAccessible(page);
                Browsers.picture(
                        page,
                        "sito" + address.replaceAll("[^a-z0-9]+", "-")
                                + (centre.equals("brescia") ? "" : "-" + centre));
                if (width == Browsers.DESKTOP) {
                    ValidHtml.check(address, html);
                }
            }
            assertThat(complaints).isEmpty();
            assertThat(elsewhere).isEmpty();
            assertThat(window.cookies()).isEmpty();
        }
    }

    /** A window of 1280 pixels at 200 %: half as many, each twice as large. */
    @Test
    void zoomedTwiceNothingIsCutOrOutside() {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, Browsers.DESKTOP / 2)) {
            Page page = window.newPage();
            for (String address : PRINTED) {
                page.navigate(address);
                assertThat((List<?>) page.evaluate(OUTSIDE, false)).as(address).isEmpty();
                assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll('header *, main *, footer *')]
                            .filter(one => one.children.length === 0 && one.scrollWidth > one.clientWidth + 1
                                && getComputedStyle(one).overflowX === 'hidden' && !one.className.includes('visually-hidden'))
                            .map(one => one.outerHTML)""")).as(address).isEmpty();
            }
        }
    }

    @Test
    void onPaperStandsWhatIsSaidAndWhereItWasRead() {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, Browsers.DESKTOP)) {
            Page page = window.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(700, 990); // a sheet of A4 between its margins
            for (String address : PRINTED) {
                page.navigate(address);
                assertThat(page.locator(
                                        "nav:visible, button:visible, .btn:visible, input:visible, select:visible, textarea:visible")
                                .count())
                        .as(address)
                        .isZero();
                assertThat(page.locator(".os-address").innerText()).endsWith(address.replaceFirst("\\?.*", ""));
                assertThat((List<?>) page.evaluate(OUTSIDE, true)).as(address).isEmpty();
            }
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.os-text a'), '::after').content"))
                    .asString()
                    .containsAnyOf("attr(href)", "/eventi");
        }
    }

    @Test
    void theHomePageIsLight() {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, Browsers.DESKTOP)) {
            Page page = window.newPage();
            page.navigate("/");
            page.waitForLoadState();
            List<?> sent = (List<?>) page.evaluate("""
                    () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                        .map(one => one.transferSize)""");
            int bytes = sent.stream().mapToInt(one -> ((Number) one).intValue()).sum();

            System.out.println("Home page: " + sent.size() + " requests, " + bytes + " bytes");
            assertThat(sent).hasSizeLessThan(MOST_REQUESTS);
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, Browsers.DESKTOP)) {
            Page page = window.newPage();
            page.navigate("/novita");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.closest('main') !== null"))
                    .isEqualTo(true);
        }
    }
}
