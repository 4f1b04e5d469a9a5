// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often notices of tickets are given, and where what they add up to stands in the menu. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    static RecurringTask<Void> giveTicketAlerts(Alerts alerts) {
        return Tasks.recurring("ticket-alerts", FixedDelay.ofSeconds(60)).execute((_, _) -> alerts.give());
    }

    @Bean
    static RecurringTask<Void> goOnWithImports(GlpiImports imports) {
        return Tasks.recurring("glpi-imports", FixedDelay.ofSeconds(10)).execute((_, _) -> imports.goOn());
    }

    @Bean
    static RecurringTask<Void> deliverWebhooks(WebhookSender sender) {
        return Tasks.recurring("deliver-webhooks", FixedDelay.ofSeconds(20)).execute((_, _) -> sender.deliver());
    }

    @Bean
    static MenuEntry glpiImportsEntry() {
        return MenuEntry.of("Assistenza", "Importa da GLPI", GlpiImportController.ADDRESS, 149, Role.COORDINATORE);
    }

    @Bean
    static MenuEntry ticketStatisticsEntry() {
        return MenuEntry.of(
                "Assistenza",
                "Statistiche",
                StatisticsController.STATISTICS,
                135,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE);
    }
}
