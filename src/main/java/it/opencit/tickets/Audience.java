// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** Who sees a ticket in the body that it is of. */
public enum Audience {
    BODY("Tutte le persone dell'ente"),
    OFFICE("Solo l'ufficio di chi l'ha chiesto"),
    NAMED("Solo chi l'ha chiesto e le persone indicate"),
    OWN("Solo chi l'ha chiesto");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
