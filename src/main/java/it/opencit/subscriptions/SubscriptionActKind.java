// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** The acts of a subscription's life, with the noun of their page; the API calls them transitions. */
public enum SubscriptionActKind {
    REVIEW("verifica", "Presa in carico"),
    ASSIGN("assegnazione", "Assegnazione"),
    ACTIVATE("attivazione", "Attivazione"),
    REQUEST_TERMINATION("disdetta", "Disdetta"),
    TERMINATE("cessazione", "Cessazione"),
    RESUME("ripresa", "Ritiro della disdetta"),
    REFUSE("rifiuto", "Rifiuto"),
    WITHDRAW("ritiro", "Ritiro della richiesta"),
    REOPEN("riapertura", "Riapertura");

    private final String noun;
    private final String label;

    SubscriptionActKind(String noun, String label) {
        this.noun = noun;
        this.label = label;
    }

    /** The last part of the address of its page. */
    public String noun() {
        return noun;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
