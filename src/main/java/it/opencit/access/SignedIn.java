// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.access.Role;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person who has signed in at a centre.
 *
 * @param centre identifier of the centre where the roles hold; elsewhere this sign-in is worth nothing
 * @param roles held at that centre, never empty
 * @param organization identifier of the body, for a {@link Role#REFERENTE}
 * @param supplier identifier of the supplier, for a {@link Role#FORNITORE}
 */
public record SignedIn(
        long person,
        String username,
        String displayName,
        long centre,
        Set<Role> roles,
        @Nullable Long organization,
        @Nullable Long supplier)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
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

    /** Address of the page where the work of this person begins. */
    public String home() {
        return isStaff() ? "/gestione" : supplier != null ? "/fornitore" : "/area";
    }

    /** Whether the person works for the centre, not for a body or a supplier. */
    public boolean isStaff() {
        return isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE);
    }
}
