// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** What another ticket is to one. */
public enum Relation {
    /** The common fault that the ticket is part of. */
    PARENT("Fa parte del guasto comune"),
    /** A ticket that is part of this common fault. */
    CHILD("Ne fa parte"),
    RELATED("È collegato a");

    private final String label;

    Relation(String label) {
        this.label = label;
    }

    /** As pages write it before the other one. */
    public String label() {
        return label;
    }
}
