// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** What became of an incoming message. */
enum IncomingState {
    STORED("Da lavorare"),
    TICKET("Ha aperto un ticket"),
    FOLLOW_UP("Aggiunto a un ticket"),
    QUARANTINE("In quarantena"),
    WAITING("Chiesto al mittente per quale ente scrive"),
    RECEIPT("Ricevuta PEC"),
    DUPLICATE("Già arrivato"),
    DISCARDED("Scartato");

    private final String label;

    IncomingState(String label) {
        this.label = label;
    }

    /** As pages write it. */
    String label() {
        return label;
    }

    /** Whether somebody of the office may still decide about it. */
    boolean isOpen() {
        return this == QUARANTINE || this == WAITING;
    }
}
