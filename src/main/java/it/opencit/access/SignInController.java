// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The form to sign in. Signing in itself is done by {@link SignInProvider}. */
@Controller
@OpenToAll
class SignInController {

    private final Templates templates;

    SignInController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/accesso")
    JteModel form(HttpServletRequest request) {
        String error = request.getParameter("attesa") != null
                ? "Troppi tentativi con questo nome: aspetta un quarto d'ora e riprova."
                : request.getParameter("errore") != null
                        ? "Nome o parola d'ordine non corretti per questo centro: controlla maiuscole e minuscole e riprova."
                        : "";
        HttpSession session = request.getSession(false);
        Object typed = session == null ? null : session.getAttribute(SignInFailed.TYPED_NAME);
        return templates.accessSignIn(
                error, typed == null ? "" : typed.toString(), request.getParameter("uscita") != null);
    }
}
