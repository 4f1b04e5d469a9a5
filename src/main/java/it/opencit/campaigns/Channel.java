// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** How the answer of a body came. */
enum Channel {
    AREA("Dalla pagina dell'ente"),
    PAPER("Su carta"),
    PEC("Per PEC"),
    API("Da un altro programma");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    String label() {
        return label;
    }
}
