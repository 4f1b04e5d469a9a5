// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Links;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Addresses that let whoever received them do one thing without signing in: the number of a thing, expiry and an HMAC of
 * both with the centre's own key. What is signed names the purpose, so that a link is good for nothing else.
 */
@Component
public class SignedLinks {

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-(\\d{1,11})-([A-Za-z0-9_-]{43})");

    private final LinkKeyStore store;
    private final Links links;

    SignedLinks(LinkKeyStore store, Links links) {
        this.store = store;
        this.links = links;
    }

    /** The token of a thing, by its number, for a purpose; good until a moment. */
    public String token(String purpose, long number, Instant until) {
        long expires = until.getEpochSecond();
        return number + "-" + expires + "-" + signature(purpose, number, expires);
    }

    /** What a token says: the number of a thing, and until when it is good. */
    record Signed(long number, Instant until) {}

    /** The number of a token that the centre signed for a purpose and that has not expired; empty for any other. */
    public Optional<Long> read(String purpose, String token, Instant now) {
        return signed(purpose, token, now).map(Signed::number);
    }

    /** As {@link #read}, with its end. */
    Optional<Signed> signed(String purpose, String token, Instant now) {
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        long expires = Long.parseLong(matcher.group(2));
        boolean ours = MessageDigest.isEqual(
                signature(purpose, number, expires).getBytes(StandardCharsets.US_ASCII),
                matcher.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours && expires > now.getEpochSecond()
                ? Optional.of(new Signed(number, Instant.ofEpochSecond(expires)))
                : Optional.empty();
    }

    /** The whole address of a page of the centre, as a mail carries it. */
    public String address(String path) {
        return links.to(path);
    }

    /** What stands for a text where the text itself is not to be kept: who has not the centre's key cannot go back to it. */
    String fingerprint(String purpose, String text) {
        return mac(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String purpose, long number, long expires) {
        return mac(
                purpose,
                ByteBuffer.allocate(16).putLong(number).putLong(expires).array());
    }

    private String mac(String purpose, byte[] what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(what));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private byte[] key() {
        return store.key().orElseGet(() -> {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            store.keep(key);
            return store.key().orElseThrow();
        });
    }
}
