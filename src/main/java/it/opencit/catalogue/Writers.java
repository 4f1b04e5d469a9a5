// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;

/** Who writes in the catalogue; the others of the staff read. */
final class Writers {

    private Writers() {}

    static boolean include(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }

    /** Sheets are also the work of who edits the public pages. */
    static boolean ofSheetsInclude(SignedIn person) {
        return include(person) || person.isOneOf(Role.REDATTORE);
    }
}
