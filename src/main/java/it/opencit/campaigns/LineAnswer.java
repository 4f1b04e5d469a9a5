// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** What a body answers about a service. */
public enum LineAnswer {
    RENEW("Rinnova"),
    GIVE_UP("Rinuncia"),
    MORE("Rinnova con altre quantità"),
    INTERESTED("Interessato"),
    NOT_INTERESTED("Non interessato");

    private final String label;

    LineAnswer(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }

    /** Whether it concerns a service that the body uses. */
    boolean isOfServiceInUse() {
        return this == RENEW || this == GIVE_UP || this == MORE;
    }
}
