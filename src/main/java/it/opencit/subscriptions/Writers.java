// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;

/** Who records acts; the help desk reads. */
final class Writers {

    private Writers() {}

    static boolean include(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }
}
