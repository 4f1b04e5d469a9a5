// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.TimelineEntry;
import it.opencit.organizations.TimelineSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sheets that a body sent, on its timeline. */
@Component
class CampaignTimeline implements TimelineSource {

    private final CampaignStore campaigns;
    private final CampaignSheetStore sheets;

    CampaignTimeline(CampaignStore campaigns, CampaignSheetStore sheets) {
        this.campaigns = campaigns;
        this.sheets = sheets;
    }

    @Override
    public List<TimelineEntry> of(OrganizationId organization) {
        Map<CampaignId, String> titles =
                campaigns.all().stream().collect(Collectors.toMap(Campaign::id, Campaign::title));
        List<TimelineEntry> entries = new ArrayList<>();
        for (Sheet sheet : sheets.of(organization)) {
            Reply reply = sheet.state().reply();
            if (reply != null) {
                entries.add(new TimelineEntry(
                        reply.on(),
                        "Campagna",
                        "Scheda inviata: " + Objects.requireNonNull(titles.get(sheet.campaign())),
                        "da " + reply.by(),
                        Addresses.of(sheet.campaign(), organization)));
            }
        }
        return entries;
    }
}
