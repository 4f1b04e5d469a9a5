// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import it.opencit.access.SignedIn;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.centres.NewCentre;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The people of the tests: Anna the coordinator, Bruno the administrative, Carla at the help desk, Dario the editor.
 * They work at Brescia, which has the demonstration's data, or at the empty centre of the Colli, where tests write.
 */
public class Cast {

    public static final String BRESCIA = "brescia";
    public static final String COLLI = "colli";

    private final Centres centres;
    private final TransactionOperations transaction;

    public Cast(Centres centres, TransactionOperations transaction) {
        this.centres = centres;
        this.transaction = transaction;
    }

    public Centre centre(String code) {
        return centres.all().stream()
                .filter(centre -> centre.code().equals(code))
                .findFirst()
                .orElseGet(() -> found(code));
    }

    /** Runs work in a transaction at a centre, as the store or façade under test would be called. */
    public <T> T at(String centre, Supplier<T> work) {
        return Acting.as(centre(centre).id(), "anna", () -> transaction.execute(_ -> work.get()));
    }

    /** As {@link #at(String, Supplier)}, without a result. */
    public void at(String centre, Runnable work) {
        Acting.as(centre(centre).id(), "anna", () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    /** A request by a person with a role at a centre, with the token that forms carry. */
    public RequestPostProcessor with(Role role, String centre) {
        return as(role, centre, null);
    }

    /** A request by the person of a body. */
    public RequestPostProcessor referente(long organization, String centre) {
        return as(Role.REFERENTE, centre, organization);
    }

    /** A request by the person of a supplier. */
    public RequestPostProcessor fornitore(long supplier, String centre) {
        return as(
                new SignedIn(1, "fabio", "Fabio Conti", centre(centre).id(), Set.of(Role.FORNITORE), null, supplier),
                centre);
    }

    /** A request by a person of a body, by user name. */
    public RequestPostProcessor referente(String username, long organization, String centre) {
        return as(
                new SignedIn(1, username, username, centre(centre).id(), Set.of(Role.REFERENTE), organization), centre);
    }

    public RequestPostProcessor coordinatore(String centre) {
        return with(Role.COORDINATORE, centre);
    }

    /** A request by nobody, to the host of a centre. */
    public RequestPostProcessor nobody(String centre) {
        centre(centre);
        return request -> {
            request.setServerName(centre + ".localhost");
            return csrf().postProcessRequest(request);
        };
    }

    private RequestPostProcessor as(Role role, String centre, @Nullable Long organization) {
        return as(new SignedIn(1, "anna", "Anna Valenti", centre(centre).id(), Set.of(role), organization), centre);
    }

    private RequestPostProcessor as(SignedIn person, String centre) {
        var token = UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        return request ->
                authentication(token).postProcessRequest(nobody(centre).postProcessRequest(request));
    }

    /** A centre of which nothing but names is known. */
    public static NewCentre newCentre(String code) {
        return new NewCentre(
                code,
                "Centro dei " + code,
                "CIT " + code,
                "Unione dei " + code,
                List.of("017"),
                "#004d99",
                "#0059b3",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of());
    }

    private synchronized Centre found(String code) {
        return transaction.execute(_ -> {
            long id = centres.found(newCentre(code));
            return Acting.as(id, "anna", () -> {
                centres.adopt(id);
                centres.answerAt(code + ".localhost");
                return centres.current();
            });
        });
    }
}
