// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.PersonRole;
import org.jspecify.annotations.Nullable;

/**
 * Who of a body follows a ticket: a person, or whoever holds a role now.
 *
 * @param name of the person; of a role its label and who holds it now
 * @param email where answers are sent; "" when not known
 * @param username of who signs in; {@code null} for who does not
 * @param role {@code null} for a person named for itself
 */
public record Observer(
        String name,
        String email,
        @Nullable String username,
        @Nullable PersonRole role) {

    private static final String ROLE = "ruolo:";

    /** A person named for itself. */
    public Observer(String name, String email, @Nullable String username) {
        this(name, email, username, null);
    }

    /** By which a form and an undone merge know it, whoever holds the role meanwhile. */
    String key() {
        return role == null ? name : key(role);
    }

    static String key(PersonRole role) {
        return ROLE + role.name();
    }
}
