// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.shared.database.Acting;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What campaigns do by themselves, centre by centre: they open, remind, and finish a closing that was interrupted. */
@Component
class CampaignJobs {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignJobs.class);

    private final Centres centres;
    private final Campaigns campaigns;
    private final CampaignReminders reminders;
    private final Closing closing;
    private final TransactionOperations transaction;

    CampaignJobs(
            Centres centres,
            Campaigns campaigns,
            CampaignReminders reminders,
            Closing closing,
            TransactionOperations transaction) {
        this.centres = centres;
        this.campaigns = campaigns;
        this.reminders = reminders;
        this.closing = closing;
        this.transaction = transaction;
    }

    void run() {
        for (Centre centre : centres.all()) {
            Acting.as(centre.id(), Acting.PROGRAM, () -> {
                List<Campaign> all = campaigns.all();
                all.forEach(campaign -> run(centre, campaign));
            });
        }
    }

    /** One after the other, so that what is wrong with one does not stop the others. */
    private void run(Centre centre, Campaign campaign) {
        try {
            switch (campaign.stage()) {
                case SCHEDULED -> transaction.executeWithoutResult(_ -> campaigns.openIfDue(campaign));
                case OPEN -> transaction.executeWithoutResult(_ -> reminders.ifDue(campaign));
                case CLOSING -> closing.goOn(campaign.id());
                case DRAFT, CLOSED -> {}
            }
        } catch (RuntimeException failure) {
            LOG.error("Campaign {} of {} could not go on", campaign.id(), centre.code(), failure);
        }
    }
}
