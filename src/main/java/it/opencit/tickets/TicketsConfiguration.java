// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the help desk stands in the menus, and what of it runs by itself. */
@Configuration(proxyBeanMethods = false)
class TicketsConfiguration {

    private static final Role[] OFFICE = {Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE};

    @Bean
    static MenuEntry boardEntry() {
        return MenuEntry.of("Assistenza", "Bacheca assistenza", Addresses.BOARD, 120, OFFICE);
    }

    @Bean
    static MenuEntry ticketsEntry() {
        return MenuEntry.of("Assistenza", "Ticket", Addresses.TICKETS, 130, OFFICE);
    }

    @Bean
    static MenuEntry ticketSettingsEntry() {
        return MenuEntry.of("Assistenza", "Tempi e categorie", Addresses.SETTINGS, 140, Role.COORDINATORE);
    }

    @Bean
    static MenuEntry assigneesEntry() {
        return MenuEntry.of("Assistenza", "Gruppi e fornitori", AssigneeController.ADDRESS, 141, Role.COORDINATORE);
    }

    @Bean
    static MenuEntry cannedAnswersEntry() {
        return MenuEntry.of("Assistenza", "Risposte pronte", CannedAnswerController.ADDRESS, 142, Role.COORDINATORE);
    }

    @Bean
    static MenuEntry supplierTicketsEntry() {
        return MenuEntry.of("Fornitore", "I tuoi ticket", Addresses.SUPPLIER, 10, Role.FORNITORE);
    }

    @Bean
    static MenuEntry incomingEntry() {
        return MenuEntry.of("Assistenza", "Posta in arrivo", Addresses.INCOMING, 135, OFFICE);
    }

    @Bean
    static MenuEntry mailboxEntry() {
        return MenuEntry.of("Assistenza", "Casella di posta", Addresses.MAILBOX, 145, Role.COORDINATORE);
    }

    @Bean
    static RecurringTask<Void> receiveMails(Mailroom mailroom) {
        return Tasks.recurring("receive-mails", FixedDelay.ofSeconds(60)).execute((_, _) -> mailroom.receive());
    }

    @Bean
    static RecurringTask<Void> readFileWords(FileWords words) {
        return Tasks.recurring("read-ticket-files", FixedDelay.ofSeconds(30)).execute((_, _) -> words.read());
    }

    @Bean
    static MenuEntry areaTicketsEntry() {
        return MenuEntry.of("Il tuo ente", "Assistenza", Addresses.AREA, 20, Role.REFERENTE);
    }
}
