// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import it.opencit.shared.web.PrivateNetworks;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the broken links stand in the menu, and when links are looked at. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    static LinkProbe linkProbe() {
        return new LinkProbe(PrivateNetworks::hold, Duration.ofSeconds(10));
    }

    /** Before the hour at which what was right the day before is looked at again. */
    @Bean
    static RecurringTask<Void> renewLinks(BrokenLinks links) {
        return Tasks.recurring("renew-links", new Daily(Italian.ROME, LocalTime.of(2, 30)))
                .execute((_, _) -> links.renewAll());
    }

    @Bean
    static RecurringTask<Void> lookAtLinks(OutsideLinks links) {
        return Tasks.recurring("look-at-links", FixedDelay.ofSeconds(20)).execute((_, _) -> links.look());
    }

    @Bean
    static MenuEntry linksEntry() {
        return MenuEntry.of("Portale", "Collegamenti", LinkController.ADDRESS, 415, Role.COORDINATORE, Role.REDATTORE);
    }
}
