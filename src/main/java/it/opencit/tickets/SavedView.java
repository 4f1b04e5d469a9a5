// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;
import java.util.Map;

/**
 * Filters and order of the list under a name.
 *
 * @param owner user name of who keeps it
 * @param shared whether the whole office sees it
 * @param filters parameters of the address of the list
 */
record SavedView(long id, String name, String owner, boolean shared, Map<String, String> filters, int version) {

    SavedView {
        filters = Map.copyOf(filters);
    }

    boolean isSeenBy(String username) {
        return shared || owner.equals(username);
    }

    /** Whether a person may change it: its own, and who coordinates those that are shared. */
    boolean isChangedBy(SignedIn person) {
        return owner.equals(person.username()) || shared && person.isOneOf(Role.COORDINATORE);
    }
}
