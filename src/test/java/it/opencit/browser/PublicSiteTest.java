// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
