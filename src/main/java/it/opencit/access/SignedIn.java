// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.access.Role;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person who has signed in at a centre.
 *
 * @param centre identifier of the centre where the roles hold; elsewhere this sign-in is worth nothing
 * @param roles held at that centre, never empty
 * @param organization identifier of the body for which a {@link Role#REFERENTE} works now; {@code null} also for who has
 *     several and has not chosen one
 * @param supplier identifier of the supplier, for a {@link Role#FORNITORE}
 * @param bodies identifiers of all the bodies of a {@link Role#REFERENTE}
 * @param body name of the one it works for now, of several; "" where there is nothing to choose or nothing chosen
 */
public record SignedIn(
        long person,
        String username,
        String displayName,
        long centre,
        Set<Role> roles,
        @Nullable Long organization,
        @Nullable Long supplier,
        Set<Long> bodies,
        String body)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
        // A session of before these two were kept brings neither.
        bodies = Set.copyOf(Objects.requireNonNullElseGet(bodies, () -> only(organization)));
        body = Objects.requireNonNullElse(body, "");
        if (organization != null && !bodies.contains(organization)) {
            throw new IllegalArgumentException("Body " + organization + " is not one of " + bodies);
        }
    }

    private static Set<Long> only(@Nullable Long organization) {
        return organization == null ? Set.of() : Set.of(organization);
    }

    /** A person of one body at most. */
    public SignedIn(
            long person,
            String username,
            String displayName,
            long centre,
            Set<Role> roles,
            @Nullable Long organization,
            @Nullable Long supplier) {
        this(person, username, displayName, centre, roles, organization, supplier, only(organization), "");
    }

    /** A person of no supplier. */
    public SignedIn(
            long person,
            String username,
            String displayName,
            long centre,
            Set<Role> roles,
            @Nullable Long organization) {
        this(person, username, displayName, centre, roles, organization, null);
    }

    @Override
    public String getName() {
        return username;
    }

    /** Whether one of {@code wanted} is held. */
    public boolean isOneOf(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The same person at work for one of its bodies. */
    SignedIn workingFor(long chosen, String name) {
        return new SignedIn(
                person, username, displayName, centre, roles, chosen, supplier, bodies, bodies.size() > 1 ? name : "");
    }

    /** Whether it has several bodies, and works for none of them yet. */
    public boolean isToChooseBody() {
        return organization == null && bodies.size() > 1;
    }

    /** Address of the page where the work of this person begins. */
    public String home() {
        return isStaff() ? "/gestione" : supplier != null ? "/fornitore" : "/area";
    }

    /** Whether the person works for the centre, not for a body or a supplier. */
    public boolean isStaff() {
        return isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE);
    }
}
