// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** What a ticket is about: something wished, or something that does not work. */
public enum TicketType {
    REQUEST("Richiesta"),
    FAULT("Guasto o malfunzionamento");

    private final String label;

    TicketType(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
