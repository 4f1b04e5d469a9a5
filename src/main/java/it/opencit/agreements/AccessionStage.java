// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** How far an accession has come, as lists and the API name it. */
public enum AccessionStage {
    /** Being prepared: nothing has been approved yet. */
    DRAFT("Bozza"),
    /** The body's organ has approved. */
    APPROVED("Deliberata"),
    /** The body has signed, the centre has not yet. */
    SIGNED("Firmata dall'ente"),
    /** Signed by both: the body is a member. */
    ACTIVE("Attiva"),
    /** Its last day has passed. */
    EXPIRED("Scaduta"),
    /** The body left, or will on the day it gave. */
    WITHDRAWN("Recessa");

    private final String label;

    AccessionStage(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
