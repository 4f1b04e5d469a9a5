// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.access;

/** What a person is at a centre. The first four are its staff; then a body's person, and a supplier's. */
public enum Role {
    COORDINATORE("Coordinatore"),
    AMMINISTRATIVO("Amministrativo"),
    OPERATORE("Operatore"),
    REDATTORE("Redattore"),
    REFERENTE("Referente di un ente"),
    FORNITORE("Persona di un fornitore");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
