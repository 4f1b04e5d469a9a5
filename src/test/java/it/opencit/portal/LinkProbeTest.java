// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import it.opencit.portal.LinkProbe.Seen;
import it.opencit.shared.web.PrivateNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With real servers on this machine, the only one of the private networks that may be asked here. */
class LinkProbeTest {

    private static final LinkProbe.Closed HERE_ONLY = host -> !host.equals("127.0.0.1") && PrivateNetworks.hold(host);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = open();

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code /405/200} answers 405 to HEAD and 200 to GET; {@code /301?a} sends on to {@code a}. */
    @BeforeEach
    void aSite() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            String query = exchange.getRequestURI().getQuery();
            if (query != null) {
                exchange.getResponseHeaders().set("Location", query);
            }
            if (path.equals("/lento")) {
                await();
            }
            String[] codes = path.substring(1).split("/");
            int at = exchange.getRequestMethod().equals("GET") && codes.length > 1 ? 1 : 0;
            exchange.sendResponseHeaders(codes[at].matches("\\d{3}") ? Integer.parseInt(codes[at]) : 200, -1);
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
    }

    private String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Seen look(String address, Duration patience) throws InterruptedException {
        var probe = new LinkProbe(HERE_ONLY, patience);
        try (HttpClient client = probe.client()) {
            return probe.look(client, address);
        }
    }

    private static Seen look(String address) throws InterruptedException {
        return look(address, Duration.ofSeconds(20));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      path              | finding    | detail                  | asked
      /200              | RIGHT      | ''                      | 1
      /405/200          | RIGHT      | ''                      | 2
      /501/200          | RIGHT      | ''                      | 2
      /403/200          | RIGHT      | ''                      | 2
      /404/200          | RIGHT      | ''                      | 2
      /404/404          | NOT_FOUND  | 404                     | 2
      /410/410          | NOT_FOUND  | 410                     | 2
      /403/403          | GUARDED    | 403                     | 2
      /429/429          | GUARDED    | 429                     | 2
      /500/503          | ERROR      | 503                     | 2
      /302?/200         | RIGHT      | ''                      | 2
      /301?/200         | MOVED      | SITE/200                | 2
      /308?/404/404     | NOT_FOUND  | 404                     | 4
      /302?/302         | RIGHT      | ''                      | 2
      /303?mailto:a@b.c | MISWRITTEN | mailto:a@b.c            | 1
      /302?http://a b/  | MISWRITTEN | SITE/302?http://a%20b/  | 1
      /302?http://192.168.1.1/ | PRIVATE | 192.168.1.1         | 1
      /302?http://localhost/   | PRIVATE | localhost           | 1
      /302?http://nessuno.invalid/ | UNKNOWN | nessuno.invalid | 1
      """)
    void whatAServerAnswersIsAFinding(String path, Finding finding, String detail, int times) throws Exception {
        Seen seen = look(site() + path.replace(" ", "%20"));

        assertThat(seen.finding()).isEqualTo(finding);
        assertThat(seen.detail()).isEqualTo(detail.replace("SITE", site()));
        assertThat(asked).hasSize(times);
    }

    @Test
    void whoSendsOnAndOnIsLeft() throws Exception {
        server.createContext("/giro", exchange -> {
            asked.add("giro");
            exchange.getResponseHeaders().set("Location", "/giro");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        assertThat(look(site() + "/giro")).isEqualTo(new Seen(Finding.LOOP, "5"));
        assertThat(asked).hasSize(6);
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsSlow() throws Exception {
        assertThat(look(site() + "/lento", Duration.ofMillis(300)).finding()).isEqualTo(Finding.SLOW);
    }

    @Test
    void whereNobodyListensNothingOpens() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(look("http://127.0.0.1:" + free + "/")).isEqualTo(new Seen(Finding.UNREACHABLE, "127.0.0.1"));
    }

    @Test
    void noDoorOfOurNetworkIsKnockedAt() throws Exception {
        var probe = new LinkProbe(PrivateNetworks::hold, Duration.ofSeconds(5));
        try (HttpClient client = probe.client()) {
            assertThat(probe.look(client, site() + "/200")).isEqualTo(new Seen(Finding.PRIVATE, "127.0.0.1"));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotTrusted(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sito",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storepass",
                        "segreto",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "segreto".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "segreto".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var closed = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        closed.setHttpsConfigurator(new HttpsConfigurator(context));
        closed.start();
        try {
            assertThat(look("https://127.0.0.1:" + closed.getAddress().getPort() + "/"))
                    .isEqualTo(new Seen(Finding.CERTIFICATE, "127.0.0.1"));
        } finally {
            closed.stop(0);
        }
    }

    @Test
    void anExpiredCertificateIsToldFromAnUnknownOne() {
        var expired = new SSLHandshakeException("No");
        expired.initCause(new CertificateException(new CertPathValidatorException(new CertificateExpiredException())));
        var probe = new LinkProbe(HERE_ONLY, Duration.ofSeconds(10));

        assertThat(probe.seen(expired, "a.it")).isEqualTo(new Seen(Finding.EXPIRED, "a.it"));
        assertThat(probe.seen(new HttpTimeoutException("No"), "a.it")).isEqualTo(new Seen(Finding.SLOW, "10"));
    }
}
