// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** What became of a request. */
enum RequestState {
    OPEN("In attesa"),
    ACCEPTED("Accolta"),
    REFUSED("Rifiutata"),
    WITHDRAWN("Ritirata");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    String label() {
        return label;
    }
}
