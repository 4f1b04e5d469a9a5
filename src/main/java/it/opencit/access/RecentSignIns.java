// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.shared.database.Acting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Programs sign in at every call, and a password is made slow to check. One that was right is remembered for a minute, as a
 * digest under a key that only this process has: a person who is disabled, or changes password, is refused within a minute.
 * A wrong password is never remembered: it is checked, slowly, and counted.
 */
final class RecentSignIns implements AuthenticationProvider {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final AuthenticationProvider signIns;
    private final SecretKeySpec key;
    private final Cache<Who, Proof> recent = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    RecentSignIns(AuthenticationProvider signIns) {
        this.signIns = signIns;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    private record Who(long centre, String username) {}

    private record Proof(byte[] digest, Authentication signedIn) {}

    @Override
    public Authentication authenticate(Authentication attempt) {
        Who who = new Who(Acting.currentCentre(), attempt.getName().strip().toLowerCase(Locale.ROOT));
        byte[] digest = digest(String.valueOf(attempt.getCredentials()));
        Proof proof = recent.getIfPresent(who);
        if (proof != null && MessageDigest.isEqual(proof.digest, digest)) {
            return proof.signedIn;
        }
        Authentication signedIn = Objects.requireNonNull(signIns.authenticate(attempt), "Nobody was checked");
        recent.put(who, new Proof(digest, signedIn));
        return signedIn;
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
