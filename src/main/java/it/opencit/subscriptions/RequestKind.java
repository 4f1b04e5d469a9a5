// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** What a body can ask about a service. */
public enum RequestKind {
    ACTIVATION("Attivazione"),
    /** Other quantities than it has, as totals. */
    MORE("Altre quantità"),
    /** Another body is to pay, wholly or in part. */
    PAYER("Cambio di chi paga"),
    TERMINATION("Disdetta"),
    /** One more year. */
    RENEWAL("Rinnovo");

    private final String label;

    RequestKind(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
