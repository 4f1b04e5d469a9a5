// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;

/**
 * Who does something on a ticket.
 *
 * @param office whether the person works for the centre, not for a body
 */
public record Author(String username, String name, boolean office) {

    static Author of(SignedIn person) {
        return new Author(person.username(), person.displayName(), person.isStaff());
    }
}
