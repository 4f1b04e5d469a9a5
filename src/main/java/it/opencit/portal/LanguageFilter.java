// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code /en/novita} is {@code /novita} in English: whoever answers sees the address without the language. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LanguageFilter extends OncePerRequestFilter {

    private static final String LANGUAGE = "opencit.language";
    private static final String ENGLISH = "/en";

    /** The language of a request: Italian unless its address says otherwise. */
    static Language language(HttpServletRequest request) {
        return request.getAttribute(LANGUAGE) instanceof Language language ? language : Language.ITALIAN;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        if (!address.equals(ENGLISH) && !address.startsWith(ENGLISH + "/")) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(LANGUAGE, Language.ENGLISH);
        String path = address.length() <= ENGLISH.length() + 1 ? "/" : address.substring(ENGLISH.length());
        chain.doFilter(new Rewritten(request, path), response);
    }

    private static final class Rewritten extends HttpServletRequestWrapper {

        private final String path;

        Rewritten(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
