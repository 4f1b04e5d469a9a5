// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** What somebody of the centre can decide about a line. */
enum Decision {
    RENEW("Rinnova", LineOutcome.RENEWED),
    TERMINATE("Disdici a fine anno", LineOutcome.TERMINATED),
    /** For a service not in use, where the request could not be opened. */
    REQUEST("Apri la richiesta", LineOutcome.REQUESTED),
    LEAVE("Lascia così", LineOutcome.LEFT);

    private final String label;
    private final LineOutcome outcome;

    Decision(String label, LineOutcome outcome) {
        this.label = label;
        this.outcome = outcome;
    }

    /** The Italian name shown to users. */
    String label() {
        return label;
    }

    LineOutcome outcome() {
        return outcome;
    }

    boolean suits(Line line) {
        return this == LEAVE || (this == REQUEST) != line.isInUse();
    }
}
