// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;

/**
 * Persons of the staff who share tickets.
 *
 * @param members user names, at least one
 * @param retired whether it is no longer offered
 * @param version to notice that somebody else changed it meanwhile
 */
public record StaffGroup(long id, String name, List<String> members, boolean retired, int version) {

    public StaffGroup {
        members = List.copyOf(members);
    }
}
