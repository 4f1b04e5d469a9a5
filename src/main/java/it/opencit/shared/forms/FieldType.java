// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

/** What a declared field takes. */
public enum FieldType {
    TEXT("Testo breve"),
    LONG_TEXT("Testo lungo"),
    NUMBER("Numero"),
    DATE("Data"),
    CHOICE("Scelta da un elenco"),
    YES_NO("Sì o no"),
    EMAIL("Indirizzo e-mail");

    private final String label;

    FieldType(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
