// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where costs stand in the menu. */
@Configuration(proxyBeanMethods = false)
class CostsConfiguration {

    private static final Role[] READERS = {Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE};

    @Bean
    static MenuEntry balanceEntry() {
        return MenuEntry.of("Sostenibilità", "Entrate e costi", BalanceController.BALANCE, 700, READERS);
    }

    @Bean
    static MenuEntry costsEntry() {
        return MenuEntry.of("Sostenibilità", "Costi", CostController.COSTS, 710, READERS);
    }

    @Bean
    static MenuEntry otherIncomeEntry() {
        return MenuEntry.of("Sostenibilità", "Altre entrate", OtherIncomeController.INCOME, 720, READERS);
    }
}
