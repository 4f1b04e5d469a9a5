// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.jspecify.annotations.Nullable;

/**
 * Who is told of tickets that nobody has, as a centre decides.
 *
 * @param group identifier of the group where it is one
 */
record FirstReaders(Kind kind, @Nullable Long group) {

    /** Coordinators and operators: what holds when nothing was decided. */
    static final FirstReaders WORKERS = new FirstReaders(Kind.WORKERS, null);

    static final FirstReaders NOBODY = new FirstReaders(Kind.NOBODY, null);

    /** What may be decided. */
    enum Kind {
        WORKERS,
        GROUP,
        NOBODY
    }

    FirstReaders {
        if ((kind == Kind.GROUP) != (group != null)) {
            throw new IllegalArgumentException(kind + " " + group);
        }
    }

    static FirstReaders of(StaffGroup chosen) {
        return new FirstReaders(Kind.GROUP, chosen.id());
    }

    /** As a form sends it. */
    String code() {
        return kind == Kind.GROUP ? Assignee.groupCode(String.valueOf(group)) : kind.name();
    }
}
