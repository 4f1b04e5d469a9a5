// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

/** What a campaign asks for. */
public enum CampaignKind {
    /** The services in use are confirmed for one more year, as in Brescia. */
    CONFIRMATION("Conferma annuale dei servizi"),
    /** What a body will need next year, as in Lecco every December. */
    NEEDS("Scheda dei fabbisogni");

    private final String label;

    CampaignKind(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }
}
