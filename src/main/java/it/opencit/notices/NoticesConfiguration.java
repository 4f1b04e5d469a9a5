// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

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

/** Where notices stand in the menu, and how often mails leave. */
@Configuration(proxyBeanMethods = false)
class NoticesConfiguration {

    @Bean
    static MenuEntry mailsEntry() {
        return MenuEntry.of(
                "Centro",
                "Avvisi inviati",
                MailController.MAILS,
                920,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE);
    }

    @Bean
    static RecurringTask<Void> deliverMails(Outbox outbox) {
        return Tasks.recurring("deliver-mails", FixedDelay.ofSeconds(30)).execute((_, _) -> outbox.deliver());
    }

    @Bean
    static RecurringTask<Void> sendDigests(Digests digests) {
        return Tasks.recurring("send-digests", new Daily(Italian.ROME, LocalTime.of(8, 0)))
                .execute((_, _) -> digests.send());
    }
}
