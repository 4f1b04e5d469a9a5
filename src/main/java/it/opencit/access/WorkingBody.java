// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** The body for which a person of several works: chosen once signed in, kept in the session, changed any time. */
@Component
public class WorkingBody {

    /** Where it is chosen. */
    public static final String ADDRESS = "/area/ente";

    private final Persons persons;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    WorkingBody(Persons persons) {
        this.persons = persons;
    }

    /**
     * Makes the person of a request work for one of its bodies from now on. Forms that were opened for another one before are
     * worth nothing: what is sent from a window left behind would else be done for the wrong body.
     *
     * @param name of the body, as pages show it
     * @throws AccessDeniedException when it is not one of its bodies, or no longer
     */
    public void choose(
            SignedIn person, long body, String name, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignInProvider.authenticated(persons.workingFor(person, body, name)));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        tokens.saveToken(null, request, response);
    }
}
