// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** How far a sheet has come. */
enum SheetStage {
    UNTOUCHED("Non iniziata"),
    STARTED("Iniziata"),
    ANSWERED("Inviata");

    private final String label;

    SheetStage(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    String label() {
        return label;
    }
}
