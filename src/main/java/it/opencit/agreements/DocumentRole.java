// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** What a file is to an accession. */
public enum DocumentRole {
    DELIBERA("Delibera"),
    SIGNED_AGREEMENT("Convenzione firmata"),
    OTHER("Altro documento");

    private final String label;

    DocumentRole(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
