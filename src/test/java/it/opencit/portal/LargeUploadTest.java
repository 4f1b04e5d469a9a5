// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.cast.OpenCitTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files far too large, sent to the server as a browser sends them. */
@OpenCitTest
class LargeUploadTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] PART = new byte[MEGABYTE];

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    @BeforeEach
    void signIn() throws Exception {
        String form =
                "nome=coordinatore&parola=demo&_csrf=" + URLEncoder.encode(token("/accesso"), StandardCharsets.UTF_8);
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(at("/accesso"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      page                                     | sent to                                  | field | name     | answer
      /gestione/portale/immagini               | /gestione/portale/immagini               | file  | foto.png | supera 12 MB
      /gestione/portale/contenuti/nuovo        | /gestione/portale/contenuti/nuovo?tipo=NEWS | file | atto.pdf | supera 15 MB
      /gestione/portale/contenuti/1/modifica   | /gestione/portale/contenuti/1/modifica   | file  | atto.pdf | supera 15 MB
      /gestione/centro                         | /gestione/centro/logo                    | logo  | logo.png | 300 kB
      """)
    void fiftyMegabytesAreRefusedInTheFormWhichKeepsWhatWasTyped(
            String page, String sentTo, String field, String name, String answer) throws Exception {
        String token = token(page);
        System.gc();
        MemoryPoolMXBean old = old();
        old.resetPeakUsage();
        long before = old.getUsage().getUsed();
        HttpResponse<String> refused = send(sentTo, token, field, name, 50);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(answer);
        if (!field.equals("logo")) { // its form asks nothing else
            assertThat(refused.body()).contains("La torre di sera");
        }
        assertThat(old.getPeakUsage().getUsed() - before).isLessThan(40L * MEGABYTE);
    }

    /** Beyond what is taken in at all, and for who would read the file whole. */
    @ParameterizedTest
    @CsvSource({"/gestione/portale/immagini, file, 90", "/gestione/tariffe/importazione, file, 30"})
    void evenLargerOnesAreToldOnAPageOfTheirOwn(String address, String field, int megabytes) throws Exception {
        HttpResponse<String> refused = send(address, token(address), field, "foto.png", megabytes);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("Il file è troppo grande: il limite è");
        assertThat(read(address).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String address, String token, String field, String name, int megabytes)
            throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.concat(
                text("_csrf", token),
                text("words", "La torre di sera"),
                text("title", "La torre di sera"),
                text("version", "0"),
                BodyPublishers.ofString("--limite\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                BodyPublishers.ofByteArrays(Collections.nCopies(megabytes, PART)),
                BodyPublishers.ofString("\r\n--limite--\r\n"));
        return browser.send(
                HttpRequest.newBuilder(at(address))
                        .header("Content-Type", "multipart/form-data; boundary=limite")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static BodyPublisher text(String field, String value) {
        return BodyPublishers.ofString(
                "--limite\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n");
    }

    private String token(String page) throws IOException, InterruptedException {
        return Visitor.found(read(page).body(), "name=\"_csrf\" value=\"([^\"]+)\"");
    }

    private HttpResponse<String> read(String page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(page)).build(), BodyHandlers.ofString());
    }

    /** The first centre of the demonstration, Brescia: Java knows no names below localhost. */
    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Where what is large, or lasts, lies. */
    private static MemoryPoolMXBean old() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .findFirst()
                .orElseThrow();
    }
}
