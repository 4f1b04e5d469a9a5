// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.util.Set;

/** How far a subscription has come, as lists and the API name it. */
public enum SubscriptionStage {
    /** The body has asked. */
    REQUESTED("Richiesta"),
    /** The centre checks what was asked. */
    UNDER_REVIEW("In verifica"),
    /** Somebody, perhaps a supplier, is setting it up. */
    IN_ACTIVATION("In attivazione"),
    /** The body uses it. */
    ACTIVE("Attiva"),
    /** The body has given it up and uses it until the day it asked. */
    IN_TERMINATION("In disdetta"),
    /** The body used it until its last day. */
    TERMINATED("Cessata"),
    /** The centre said no. */
    REFUSED("Rifiutata"),
    /** The body took its request back. */
    WITHDRAWN("Ritirata");

    /** Those in which the body uses, or has used, the service. */
    static final Set<SubscriptionStage> IN_USE = Set.of(ACTIVE, IN_TERMINATION, TERMINATED);

    private final String label;

    SubscriptionStage(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }

    /** Asked for and not in use yet. */
    public boolean isWaiting() {
        return this == REQUESTED || this == UNDER_REVIEW || this == IN_ACTIVATION;
    }

    /** In use today. */
    public boolean isRunning() {
        return this == ACTIVE || this == IN_TERMINATION;
    }
}
