// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import org.jspecify.annotations.Nullable;

/**
 * Who does something on a ticket.
 *
 * @param office whether the person works for the centre, not for a body or a supplier
 * @param supplier the one a person works for; {@code null} for a person of the centre or of a body
 */
public record Author(
        String username,
        String name,
        boolean office,
        @Nullable SupplierId supplier) {

    public Author(String username, String name, boolean office) {
        this(username, name, office, null);
    }

    static Author of(SignedIn person) {
        return new Author(person.username(), person.displayName(), person.isStaff());
    }

    /** A person of a supplier, by user name or address. */
    static Author of(String username, Supplier supplier) {
        return new Author(username, supplier.name(), false, supplier.id());
    }

    /** Whether it is a body that acts. */
    boolean body() {
        return !office && supplier == null;
    }
}
