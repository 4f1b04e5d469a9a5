// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.Messages;
import java.time.LocalDate;

/**
 * A round of mails of a campaign.
 *
 * @param occasion {@code opening}, {@code before-7} (days before the deadline) or {@code by-hand-2026-12-01}
 * @param sentBy user name
 */
record ReminderRound(String occasion, LocalDate sentOn, Sums sums, String sentBy) {

    static final String OPENING = "opening";

    /**
     * What a round came to.
     *
     * @param bodies written to
     * @param withoutAddress bodies that nobody can write to
     */
    record Sums(int bodies, int mails, int withoutAddress) {}

    static String before(int days) {
        return "before-" + days;
    }

    static String byHand(LocalDate day) {
        return "by-hand-" + day;
    }

    /** Such as "Sollecito automatico, 7 giorni prima della scadenza". */
    String inItalian() {
        if (occasion.equals(OPENING)) {
            return Messages.text("campaigns.round.opening");
        }
        return occasion.startsWith("before-")
                ? Messages.text("campaigns.round.before", Integer.parseInt(occasion.substring("before-".length())))
                : Messages.text("campaigns.round.by-hand");
    }
}
