// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the editing stands in the menus, and what of it runs by itself. */
@Configuration(proxyBeanMethods = false)
class EditingConfiguration {

    @Bean
    static MenuEntry contentsEntry() {
        return MenuEntry.of("Portale", "Contenuti", ContentController.PORTAL, 410, Role.COORDINATORE, Role.REDATTORE);
    }

    @Bean
    static MenuEntry picturesEntry() {
        return MenuEntry.of("Portale", "Immagini", PictureController.PICTURES, 420, Role.COORDINATORE, Role.REDATTORE);
    }

    @Bean
    static MenuEntry arrangementEntry() {
        return MenuEntry.of(
                "Portale",
                "Menu e prima pagina",
                ArrangementController.ADDRESS,
                450,
                Role.COORDINATORE,
                Role.REDATTORE);
    }

    @Bean
    static RecurringTask<Void> publishScheduled(ScheduledPublication publication) {
        return Tasks.recurring("publish-contents", FixedDelay.ofSeconds(60)).execute((_, _) -> publication.publish());
    }
}
