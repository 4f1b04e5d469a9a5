// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a page of another site opens, without reading it: asks for its head, and for the page where a server does
 * not give one. What an editor types must not make the program knock at doors of its own network: each address is looked
 * up before it is asked, those that a server sends on to as well.
 */
final class LinkProbe {

    private static final int MOST_REDIRECTIONS = 5;

    private final Closed closed;
    private final Duration patience;

    /**
     * @param closed which hosts are not asked
     * @param patience how long to wait for a server
     */
    LinkProbe(Closed closed, Duration patience) {
        this.closed = closed;
        this.patience = patience;
    }

    /** Which hosts are not asked. */
    @FunctionalInterface
    interface Closed {
        boolean holds(String host) throws UnknownHostException;
    }

    /** What was seen, and the detail that the sentence of the finding wants. */
    record Seen(Finding finding, String detail) {}

    /** Redirections are followed by us: one could lead where the address itself may not. Some servers want their cookie back. */
    HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(new CookieManager())
                .build();
    }

    Seen look(HttpClient client, String address) throws InterruptedException {
        URI from = URI.create(address);
        Seen seen = follow(client, from, "HEAD");
        return switch (seen.finding()) {
            case NOT_FOUND, ERROR, GUARDED, UNREACHABLE -> follow(client, from, "GET");
            default -> seen;
        };
    }

    private Seen follow(HttpClient client, URI from, String method) throws InterruptedException {
        URI at = from;
        URI moved = from;
        boolean forGood = true;
        try {
            for (int step = 0; step <= MOST_REDIRECTIONS; step++) {
                String host = at.getHost();
                String scheme = String.valueOf(at.getScheme()).toLowerCase(Locale.ROOT);
                if (host == null || !scheme.equals("http") && !scheme.equals("https")) {
                    return new Seen(Finding.MISWRITTEN, at.toString());
                }
                if (closed.holds(host)) {
                    return new Seen(Finding.PRIVATE, host);
                }
                HttpResponse<InputStream> answer = client.send(
                        HttpRequest.newBuilder(at)
                                .timeout(patience)
                                .header("User-Agent", "OpenCIT (link check)")
                                .header("Accept", "*/*")
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                answer.body().close(); // whether it came is enough, and it may be endless
                int status = answer.statusCode();
                URI next = sentOnTo(at, status, answer.headers().firstValue("Location"));
                if (next == null) {
                    return seen(status, from, moved);
                }
                forGood &= status == 301 || status == 308;
                moved = forGood ? next : moved;
                at = next;
            }
            return new Seen(Finding.LOOP, Integer.toString(MOST_REDIRECTIONS));
        } catch (IllegalArgumentException e) {
            return new Seen(Finding.MISWRITTEN, at.toString());
        } catch (IOException e) {
            return seen(e, String.valueOf(at.getHost()));
        }
    }

    private static @Nullable URI sentOnTo(URI at, int status, Optional<String> location) {
        boolean redirection = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return redirection && location.isPresent() ? at.resolve(location.get()) : null;
    }

    private static Seen seen(int status, URI from, URI moved) {
        String number = Integer.toString(status);
        if (status < 400) {
            return moved.equals(from) ? new Seen(Finding.RIGHT, "") : new Seen(Finding.MOVED, moved.toString());
        }
        return switch (status) {
            case 404, 410 -> new Seen(Finding.NOT_FOUND, number);
            // 999 is what a well-known site says to programs
            case 401, 403, 405, 406, 407, 429, 451, 999 -> new Seen(Finding.GUARDED, number);
            default -> new Seen(Finding.ERROR, number);
        };
    }

    /** What a failure to reach a host comes from. */
    Seen seen(IOException failure, String host) {
        if (comesFrom(failure, HttpTimeoutException.class)) {
            return new Seen(Finding.SLOW, Long.toString(patience.toSeconds()));
        }
        if (comesFrom(failure, UnknownHostException.class) || comesFrom(failure, UnresolvedAddressException.class)) {
            return new Seen(Finding.UNKNOWN, host);
        }
        if (comesFrom(failure, CertificateExpiredException.class)) {
            return new Seen(Finding.EXPIRED, host);
        }
        boolean distrusted = comesFrom(failure, CertificateException.class);
        return new Seen(distrusted ? Finding.CERTIFICATE : Finding.UNREACHABLE, host);
    }

    private static boolean comesFrom(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
