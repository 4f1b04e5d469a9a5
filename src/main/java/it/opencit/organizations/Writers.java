// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;

/** Who may change bodies: the pages offer the acts only to them, and the controllers refuse the others. */
final class Writers {

    private Writers() {}

    static boolean isOne(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }
}
