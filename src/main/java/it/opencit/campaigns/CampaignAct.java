// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** What can happen to a campaign. */
enum CampaignAct {
    /** It is ready: it opens by itself on its day. */
    SCHEDULE("Programma l'apertura"),
    /** It is not ready after all. */
    RECALL("Torna in preparazione"),
    /** Every body has its sheet. */
    OPEN("Apri la campagna"),
    /** No answer is taken any more; the lines are settled one sheet after the other. */
    BEGIN_CLOSING("Chiudi la campagna"),
    /** Every line has an outcome. */
    FINISH_CLOSING("Termina la chiusura");

    private final String label;

    CampaignAct(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    String label() {
        return label;
    }
}
