// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centres;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Links with which one address of a supplier works one ticket without signing in. Each carries its number, its end and
 * their HMAC-SHA256 by a key of the centre; it is worth nothing once the ticket is given to somebody else or closed.
 */
@Service
@Transactional
class SupplierLinks {

    static final Duration LASTS = Duration.ofDays(30);

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-(\\d{1,12})-([\\w-]{43})");

    private final SupplierLinkStore store;
    private final Centres centres;
    private final Clock clock;

    SupplierLinks(SupplierLinkStore store, Centres centres, Clock clock) {
        this.store = store;
        this.centres = centres;
        this.clock = clock;
    }

    /** What a link opens. */
    record Access(long id, TicketNumber ticket, SupplierId supplier, String address, Instant expires) {}

    /** The whole address that goes into a mail. */
    String issue(TicketNumber ticket, SupplierId supplier, String address) {
        Instant expires = clock.instant().plus(LASTS);
        return base() + Addresses.LINK + "/" + token(store.add(ticket, supplier, address, expires), expires);
    }

    /** What a token opens; empty when it is not ours, too old or revoked. */
    public Optional<Access> open(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(parts.group(1));
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        boolean ours = MessageDigest.isEqual(
                token(id, expires).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(expires) ? store.find(id) : Optional.empty();
    }

    /** Makes every link of a ticket worthless. */
    void revoke(TicketNumber ticket) {
        store.revoke(ticket, clock.instant());
    }

    private String token(long id, Instant expires) {
        String said = id + "-" + expires.getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            byte[] sum = mac.doFinal(("supplier-link:" + said).getBytes(StandardCharsets.US_ASCII));
            return said + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private byte[] key() {
        return store.key().orElseGet(() -> {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            store.addKey(fresh);
            return store.key().orElseThrow();
        });
    }

    /** As who asks reached the program, else by the first name of the centre. */
    private String base() {
        return RequestContextHolder.getRequestAttributes() == null
                ? "https://"
                        + centres.hosts(centres.current()).stream().findFirst().orElse("localhost")
                : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
