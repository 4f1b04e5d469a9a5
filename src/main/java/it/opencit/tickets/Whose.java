// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** Who has the tickets that are asked for. */
sealed interface Whose {

    /**
     * A person, a group or a supplier.
     *
     * @param code as in {@link Assignee}
     */
    record Of(String code) implements Whose {}

    /** Any of the groups that a person is in now. */
    record OfGroupsOf(String username) implements Whose {}

    /** Nobody yet. */
    record OfNobody() implements Whose {}
}
