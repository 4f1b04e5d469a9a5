// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the trail stands in the menu, how often it is sealed, and when all of it is verified. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    @Bean
    static MenuEntry trailEntry() {
        return MenuEntry.of("Centro", "Registro delle modifiche", TrailController.ADDRESS, 930, Role.COORDINATORE);
    }

    @Bean
    static RecurringTask<Void> sealTrail(Seals seals) {
        return Tasks.recurring("seal-trail", FixedDelay.ofMinutes(5)).execute((_, _) -> seals.sealAll());
    }

    @Bean
    static RecurringTask<Void> verifyTrail(Seals seals) {
        return Tasks.recurring("verify-trail", new Daily(Italian.ROME, LocalTime.of(3, 30)))
                .execute((_, _) -> seals.verifyAll());
    }
}
