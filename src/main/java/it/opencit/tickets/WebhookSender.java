// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centres;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.Webhook.Delivery;
import it.opencit.tickets.Webhook.DeliveryState;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Hands what happened to the programs that want to know, each thing at least once, by the same identifier when it comes
 * again. Who receives it checks {@code OpenCIT-Signature}: HMAC-SHA256, with the secret, of the timestamp, a dot and the body.
 */
@Component
class WebhookSender {

    static final int MOST_ATTEMPTS = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOG_LASTS = Duration.ofDays(30);

    private final Centres centres;
    private final WebhookStore store;
    private final Destinations destinations;
    private final Clock clock;

    WebhookSender(Centres centres, WebhookStore store, Destinations destinations, Clock clock) {
        this.centres = centres;
        this.store = store;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** Goes through all centres. */
    void deliver() {
        centres.all().forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, this::deliverHere));
    }

    /** Sends what is due at the centre this thread works for. */
    void deliverHere() {
        store.forgetDeliveredBefore(clock.instant().minus(LOG_LASTS));
        Optional<Delivery> next = next();
        if (next.isEmpty()) {
            return;
        }
        // A redirection is not followed: it could lead where the address itself may not.
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            while (next.isPresent()) {
                send(client, next.get());
                next = next();
            }
        }
    }

    private Optional<Delivery> next() {
        Instant now = clock.instant();
        return store.takeNext(now, now.plus(Duration.ofMinutes(10)));
    }

    private void send(HttpClient client, Delivery delivery) {
        try {
            URI address = destinations.check(delivery.address());
            String timestamp = Long.toString(clock.instant().getEpochSecond());
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json; charset=UTF-8")
                            .header("User-Agent", "OpenCIT")
                            .header("OpenCIT-Event", delivery.event())
                            .header("OpenCIT-Delivery", delivery.webhook() + "-" + delivery.id())
                            .header("OpenCIT-Timestamp", timestamp)
                            .header(
                                    "OpenCIT-Signature",
                                    "sha256=" + signature(delivery.secret(), timestamp, delivery.body()))
                            .POST(HttpRequest.BodyPublishers.ofString(delivery.body(), StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close(); // what it says is of no use, and may be endless
            String said = "HTTP " + answer.statusCode();
            if (answer.statusCode() / 100 == 2) {
                store.delivered(delivery.id(), said, clock.instant());
            } else {
                failed(delivery, said);
            }
        } catch (Refusal refusal) {
            failed(delivery, refusal.inItalian());
        } catch (IOException e) {
            failed(delivery, "Nessuna risposta: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program stops: it is due again later
        }
    }

    private void failed(Delivery delivery, String why) {
        boolean last = delivery.attempts() >= MOST_ATTEMPTS;
        store.failed(
                delivery.id(),
                last ? DeliveryState.FAILED : DeliveryState.QUEUED,
                why,
                clock.instant().plus(pause(delivery.attempts())));
    }

    /** 1, 4, 16, 64 … minutes, up to a day. */
    static Duration pause(int attempts) {
        long minutes = 1L << 2 * Math.min(attempts - 1, 6);
        return Duration.ofMinutes(Math.min(minutes, Duration.ofDays(1).toMinutes()));
    }

    static String signature(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
