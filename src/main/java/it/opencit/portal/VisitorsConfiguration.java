// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the staff reads what visitors say and do, and how often free places are given out. */
@Configuration(proxyBeanMethods = false)
class VisitorsConfiguration {

    @Bean
    static RecurringTask<Void> fillPlacesOfEvents(Enrolments enrolments) {
        return Tasks.recurring("fill-event-places", FixedDelay.ofMinutes(5)).execute((_, _) -> enrolments.fillAll());
    }

    @Bean
    static MenuEntry enrolmentsEntry() {
        return MenuEntry.of(
                "Portale",
                "Iscrizioni agli eventi",
                EnrolmentDeskController.ADDRESS,
                440,
                Role.COORDINATORE,
                Role.REDATTORE);
    }

    @Bean
    static MenuEntry clarityEntry() {
        return MenuEntry.of(
                "Portale",
                "Chiarezza delle pagine",
                RatingDeskController.ADDRESS,
                450,
                Role.COORDINATORE,
                Role.REDATTORE);
    }
}
