// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign as other programs read it. */
record ApiCampaign(
        CampaignId id,
        String title,
        CampaignKind kind,
        int year,
        LocalDate opensOn,
        LocalDate closesOn,
        String text,
        CampaignStage stage,
        List<String> figures,
        int version) {

    /** A page of campaigns. */
    record Page(List<ApiCampaign> items, @Nullable String next) {}

    static ApiCampaign of(Campaign campaign) {
        CampaignDetails details = campaign.details();
        return new ApiCampaign(
                campaign.id(),
                details.title(),
                details.kind(),
                details.year(),
                details.opensOn(),
                details.closesOn(),
                details.text(),
                campaign.stage(),
                details.figures(),
                campaign.version());
    }
}
