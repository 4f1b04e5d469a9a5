// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.shared.database.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The host name chooses the centre, before anything else reads data. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CentreFilter extends OncePerRequestFilter {

    static final String CENTRE = "opencit.centre";

    private final Centres centres;

    CentreFilter(Centres centres) {
        this.centres = centres;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Centre> centre = request.getAttribute(CENTRE) instanceof Centre known
                ? Optional.of(known)
                : centres.at(request.getServerName().toLowerCase(Locale.ROOT));
        if (centre.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .println(
                            "Nessun centro risponde a questo indirizzo: controlla il nome, o chiedi a chi gestisce l'installazione.");
            return;
        }
        request.setAttribute(CENTRE, centre.get());
        Acting before = Acting.current();
        Acting.set(new Acting(centre.get().id(), null));
        try {
            chain.doFilter(request, response);
        } finally {
            Acting.set(before);
        }
    }
}
