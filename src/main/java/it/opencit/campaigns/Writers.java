// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;

/** Who runs campaigns; the others of the staff read. */
final class Writers {

    private Writers() {}

    static boolean include(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }
}
