// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** A part of the home page, below its title. */
enum HomeBlock {
    NUMBERS("Il centro in cifre"),
    HIGHLIGHTS("In evidenza"),
    NEWS("Novità"),
    EVENTS("Prossimi eventi"),
    MAP("Mappa degli enti aderenti");

    private final String label;

    HomeBlock(String label) {
        this.label = label;
    }

    /** As the staff reads it. */
    String label() {
        return label;
    }
}
