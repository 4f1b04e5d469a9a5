// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

/** How much the requester is held up; the office may change it, saying why. */
public enum Urgency {
    BLOCKING("Bloccante"),
    HIGH("Alta"),
    MEDIUM("Media"),
    LOW("Bassa"),
    VERY_LOW("Molto bassa");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }
}
