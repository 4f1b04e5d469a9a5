// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/** When a price is owed. */
public enum ChargeKind {
    /** Once, at the start. */
    ACTIVATION("Attivazione"),
    /** Every year of use. */
    YEARLY("Canone annuo"),
    /** On what was consumed in the year. */
    CONSUMPTION("Consumo");

    private final String label;

    ChargeKind(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
