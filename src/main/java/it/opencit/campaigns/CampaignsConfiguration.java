// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where campaigns stand in the menu, and when they move by themselves. */
@Configuration(proxyBeanMethods = false)
class CampaignsConfiguration {

    @Bean
    static MenuEntry campaignsEntry() {
        return MenuEntry.of(
                "Servizi",
                "Campagne annuali",
                Addresses.CAMPAIGNS,
                380,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE);
    }

    @Bean
    static MenuEntry ownSheetsEntry() {
        return MenuEntry.of("Il tuo ente", "Schede da compilare", Addresses.OWN, 30, Role.REFERENTE);
    }

    /** Early in the working day; again at noon, for what could not be in the morning. */
    @Bean
    static RecurringTask<Void> runCampaigns(CampaignJobs campaigns) {
        return Tasks.recurring("run-campaigns", new Daily(Italian.ROME, LocalTime.of(7, 30), LocalTime.of(12, 30)))
                .execute((_, _) -> campaigns.run());
    }
}
