// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

/** Where an accertamento stands; it follows from its amounts and is never written. */
public enum AccertamentoState {
    /** Something is still to be collected. */
    ASSESSED("Accertato", "ACCERTATO"),
    /** All that was not taken away was collected. */
    COLLECTED("Riscosso", "RISCOSSO"),
    /** Reductions took all of it away. */
    CANCELLED("Annullato", "ANNULLATO");

    private final String label;
    private final String movement;

    AccertamentoState(String label, String movement) {
        this.label = label;
        this.movement = movement;
    }

    /** As a sentence writes it. */
    public String label() {
        return label;
    }

    /** As the list of movements writes it, in capitals. */
    public String movement() {
        return movement;
    }
}
