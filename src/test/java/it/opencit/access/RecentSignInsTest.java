// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.database.Acting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** A password that was right is not checked again for a while; a wrong one always is. */
class RecentSignInsTest {

    private final List<String> checked = new ArrayList<>();
    private final RecentSignIns recent = new RecentSignIns(new AuthenticationProvider() {
        @Override
        public Authentication authenticate(Authentication attempt) {
            checked.add(Acting.currentCentre() + " " + attempt.getName() + " " + attempt.getCredentials());
            if (!"demo".equals(attempt.getCredentials())) {
                throw new BadCredentialsException(attempt.getName());
            }
            return UsernamePasswordAuthenticationToken.authenticated(attempt.getName(), null, List.of());
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return true;
        }
    });

    private Authentication signIn(long centre, String password) {
        Acting.set(new Acting(centre, null));
        return recent.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("operatore", password));
    }

    @AfterEach
    void nobodyActs() {
        Acting.set(null);
    }

    @Test
    void aRightPasswordIsCheckedOnce() {
        assertThat(signIn(1, "demo").isAuthenticated()).isTrue();
        assertThat(signIn(1, "demo").isAuthenticated()).isTrue();
        assertThat(checked).containsExactly("1 operatore demo");
    }

    @Test
    void aWrongPasswordIsCheckedEveryTimeAlsoAfterARightOne() {
        signIn(1, "demo");
        assertThatThrownBy(() -> signIn(1, "altro")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> signIn(1, "altro")).isInstanceOf(BadCredentialsException.class);
        assertThat(checked).containsExactly("1 operatore demo", "1 operatore altro", "1 operatore altro");
    }

    @Test
    void theSameNameAtAnotherCentreIsSomebodyElse() {
        signIn(1, "demo");
        signIn(2, "demo");
        assertThat(checked).containsExactly("1 operatore demo", "2 operatore demo");
    }
}
