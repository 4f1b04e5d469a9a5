// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

/** What a line of the dues is for. */
public enum LineKind {
    QUOTA("Quota di adesione"),
    ACTIVATION("Attivazione"),
    YEARLY("Canone annuale"),
    CONSUMPTION("Consumo");

    private final String label;

    LineKind(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
