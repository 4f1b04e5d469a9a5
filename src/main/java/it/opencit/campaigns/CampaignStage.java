// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.Refusal;
import java.util.Locale;

/** Where a campaign stands. */
public enum CampaignStage {
    DRAFT("In preparazione"),
    SCHEDULED("Programmata"),
    OPEN("Aperta"),
    /** Begun and not finished: what was settled stays, the rest is taken up again. */
    CLOSING("Chiusura in corso"),
    CLOSED("Chiusa");

    private final String label;

    CampaignStage(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }

    /** The stage after {@code act}: one line per allowed transition, everything else is refused. */
    CampaignStage after(CampaignAct act) {
        return switch (act) {
            case SCHEDULE -> from(DRAFT, act, SCHEDULED);
            case RECALL -> from(SCHEDULED, act, DRAFT);
            case OPEN -> from(SCHEDULED, act, OPEN);
            case BEGIN_CLOSING -> from(OPEN, act, CLOSING);
            case FINISH_CLOSING -> from(CLOSING, act, CLOSED);
        };
    }

    private CampaignStage from(CampaignStage before, CampaignAct act, CampaignStage after) {
        if (this != before) {
            throw new Refusal("campaigns.stage.refused", act.label(), label.toLowerCase(Locale.ITALIAN));
        }
        return after;
    }
}
