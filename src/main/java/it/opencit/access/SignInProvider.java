// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks name and password at the current centre. After five failures for a name within a quarter of an hour the answer
 * is to wait, whatever the password: guessing is slow, and the same for names that do not exist.
 */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final int FAILURES_ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final PersonStore store;
    private final Persons persons;
    private final PasswordEncoder passwords;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Supplier<String> nobodysHash;

    SignInProvider(
            PersonStore store,
            Persons persons,
            PasswordEncoder passwords,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
        this.nobodysHash = SingletonSupplier.of(() -> String.valueOf(passwords.encode("nobody")));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        Instant now = clock.instant();
        Optional<PersonStore.Person> person = transaction.execute(_ -> {
            if (store.failuresSince(username, now.minus(WINDOW)) >= FAILURES_ALLOWED) {
                throw new LockedException(username);
            }
            return store.byUsername(username);
        });
        boolean matches = passwords.matches(
                password, person.map(PersonStore.Person::passwordHash).orElseGet(nobodysHash));
        Optional<SignedIn> signedIn =
                matches ? person.filter(p -> !p.disabled()).flatMap(persons::at) : Optional.empty();
        if (signedIn.isEmpty()) {
            transaction.executeWithoutResult(_ -> store.addFailure(username, now));
            throw new BadCredentialsException(username);
        }
        transaction.executeWithoutResult(_ -> store.forgetFailures(username));
        return authenticated(signedIn.get());
    }

    static Authentication authenticated(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                person.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
