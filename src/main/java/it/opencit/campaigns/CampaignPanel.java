// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the home page: campaigns that are open, with who is missing and how long is left; decisions that wait. */
@Component
class CampaignPanel implements HomePanel {

    private final CampaignStore campaigns;
    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final Clock clock;

    CampaignPanel(CampaignStore campaigns, CampaignSheetStore sheets, LineStore lines, Clock clock) {
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE)) {
            return Shown.NOTHING;
        }
        List<Attention> attention = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        List<Campaign> all = campaigns.all();
        if (all.isEmpty()) {
            return Shown.NOTHING;
        }
        Map<CampaignId, Map<SheetStage, Long>> stages = sheets.counts();
        Map<CampaignId, Long> waiting = lines.toDecide();
        for (Campaign campaign : all) {
            switch (campaign.stage()) {
                case OPEN -> open(campaign, stages.getOrDefault(campaign.id(), Map.of()), counts, attention);
                case CLOSING ->
                    attention.add(new Attention(
                            Urgency.NOW,
                            Messages.text("campaigns.attention.closing", campaign.title()),
                            Addresses.of(campaign.id())));
                case CLOSED -> closed(campaign, waiting.getOrDefault(campaign.id(), 0L), attention);
                case DRAFT, SCHEDULED -> {}
            }
        }
        return new Shown(counts, attention);
    }

    private void open(Campaign campaign, Map<SheetStage, Long> stages, List<Count> counts, List<Attention> attention) {
        long missing = stages.getOrDefault(SheetStage.UNTOUCHED, 0L) + stages.getOrDefault(SheetStage.STARTED, 0L);
        long days = campaign.daysLeft(LocalDate.now(clock));
        counts.add(new Count(
                "Schede inviate, " + campaign.title(),
                stages.getOrDefault(SheetStage.ANSWERED, 0L),
                Addresses.of(campaign.id()) + "?stato=Inviata"));
        attention.add(
                days < 0
                        ? new Attention(
                                Urgency.SOON,
                                Messages.text("campaigns.attention.overdue", campaign.title(), missing),
                                Addresses.of(campaign.id()) + "/chiusura")
                        : new Attention(
                                missing > 0 && days <= 3
                                        ? Urgency.NOW
                                        : missing > 0 && days <= 10 ? Urgency.SOON : Urgency.WHEN_CONVENIENT,
                                Messages.text("campaigns.attention.open", campaign.title(), missing, days),
                                Addresses.of(campaign.id())));
    }

    private static void closed(Campaign campaign, long waiting, List<Attention> attention) {
        if (waiting > 0) {
            attention.add(new Attention(
                    Urgency.SOON,
                    Messages.text("campaigns.attention.decide", campaign.title(), waiting),
                    Addresses.of(campaign.id()) + "/decisioni"));
        }
    }
}
