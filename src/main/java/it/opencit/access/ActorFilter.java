// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.database.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the database who acts, and makes a sign-in worth nothing at another centre than its own. */
final class ActorFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Acting acting = Acting.current();
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (acting != null && authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            if (person.centre() == acting.centre()) {
                Acting.set(new Acting(acting.centre(), person.username()));
            } else {
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }
}
