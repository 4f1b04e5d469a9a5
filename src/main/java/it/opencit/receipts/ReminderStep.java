// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.util.Optional;

/** What is sent to a late payer, each once. */
public enum ReminderStep {
    FIRST("Primo sollecito", "primo"),
    SECOND("Secondo sollecito", "secondo"),
    /** "Diffida ad adempiere": it puts the debtor in default (art. 1219 of the civil code). */
    FORMAL("Diffida", "diffida");

    private final String label;
    private final String noun;

    ReminderStep(String label, String noun) {
        this.label = label;
        this.noun = noun;
    }

    /** As pages write it. */
    public String label() {
        return label;
    }

    /** As addresses and file names write it. */
    String noun() {
        return noun;
    }

    /** What follows; nothing after the formal notice. */
    Optional<ReminderStep> next() {
        return this == FORMAL ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
