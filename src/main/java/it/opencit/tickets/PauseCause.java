// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.jspecify.annotations.Nullable;

/** For whom a suspended ticket waits: the answer of that one makes it go on. */
public enum PauseCause {
    BODY("in attesa dell'ente"),
    SUPPLIER("in attesa del fornitore"),
    OTHER("altro");

    private final String label;

    PauseCause(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }

    /** What is usual where nobody says: who has to do something is who has the ticket, if it is a supplier, else the body. */
    static PauseCause usual(@Nullable Assignee assignee) {
        return assignee != null && assignee.kind() == Assignee.Kind.SUPPLIER ? SUPPLIER : BODY;
    }

    /** {@code in attesa dell'ente: manca il modulo}; of another cause, which says nothing by itself, the reason alone. */
    String words(String reason) {
        return this == OTHER ? reason : reason.isEmpty() ? label : label + ": " + reason;
    }
}
