// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the form, with the name that was typed and the reason. */
final class SignInFailed implements AuthenticationFailureHandler {

    static final String TYPED_NAME = "opencit.typed-name";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        request.getSession().setAttribute(TYPED_NAME, request.getParameter("nome"));
        response.sendRedirect(refusal instanceof LockedException ? "/accesso?attesa" : "/accesso?errore");
    }
}
