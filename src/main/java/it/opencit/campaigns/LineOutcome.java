// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** What became of a line when its campaign was closed. */
enum LineOutcome {
    RENEWED("Rinnovato"),
    /** Tacit: without an answer it goes on. */
    WENT_ON("Proseguito da sé"),
    MORE_ASKED("Rinnovato, con richiesta di altre quantità"),
    TERMINATED("Disdetta a fine anno"),
    REQUESTED("Richiesta aperta"),
    NOTHING("Niente da fare"),
    /** Somebody of the centre has to say. */
    TO_DECIDE("Da decidere"),
    /** Somebody of the centre said that nothing is to be done. */
    LEFT("Lasciato così");

    private final String label;

    LineOutcome(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    String label() {
        return label;
    }
}
