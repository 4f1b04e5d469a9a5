// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** Who reads an entry or a file of a ticket. */
public enum Visibility {
    PUBLIC("Risposta all'ente"),
    SUPPLIER("Tra il centro e il fornitore"),
    INTERNAL("Nota interna");

    private final String label;

    Visibility(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
