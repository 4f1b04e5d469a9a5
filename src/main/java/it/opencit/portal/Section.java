// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** The part of the site that a page belongs to. */
public enum Section {
    /** What the centre is: model, history, governance, how to join. */
    CIT("Il centro", "/cit"),
    ASSISTENZA("Assistenza e contatti", "/assistenza"),
    /** What the law asks a site to say: privacy, legal notes, accessibility, cookies. */
    LEGALE("Note legali", "/legale");

    private final String label;
    private final String address;

    Section(String label, String address) {
        this.label = label;
        this.address = address;
    }

    /** As the staff reads it. */
    String label() {
        return label;
    }

    String address() {
        return address;
    }
}
