// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** What follows the last day of an accession. */
public enum RenewalMode {
    /** A new resolution and a new signature. */
    EXPRESS("Espresso, con un nuovo atto"),
    /** The next period is opened by the centre unless the body objects. */
    TACIT("Tacito, salvo disdetta"),
    NONE("Nessuno");

    private final String label;

    RenewalMode(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
