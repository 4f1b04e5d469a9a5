// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.Refusal;

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
        return switch (new Step(this, act)) {
            case Step(var stage, var done) when stage == DRAFT && done == CampaignAct.SCHEDULE -> SCHEDULED;
            case Step(var stage, var done) when stage == SCHEDULED && done == CampaignAct.RECALL -> DRAFT;
            case Step(var stage, var done) when stage == SCHEDULED && done == CampaignAct.OPEN -> OPEN;
            case Step(var stage, var done) when stage == OPEN && done == CampaignAct.BEGIN_CLOSING -> CLOSING;
            case Step(var stage, var done) when stage == CLOSING && done == CampaignAct.FINISH_CLOSING -> CLOSED;
            default ->
                throw new Refusal("campaigns.stage.refused", act.label(), label.toLowerCase(java.util.Locale.ITALIAN));
        };
    }

    /** A stage and what is asked of it. */
    private record Step(CampaignStage stage, CampaignAct act) {}
}
