// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where subscriptions stand in the menus. */
@Configuration(proxyBeanMethods = false)
class SubscriptionsConfiguration {

    @Bean
    static MenuEntry subscriptionsEntry() {
        return MenuEntry.of(
                "Servizi",
                "Servizi erogati",
                SubscriptionAddresses.STAFF,
                380,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE);
    }

    @Bean
    static MenuEntry consumptionEntry() {
        return MenuEntry.of(
                "Servizi",
                "Consumi",
                SubscriptionAddresses.STAFF + "/consumi",
                390,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO);
    }

    @Bean
    static MenuEntry ownServicesEntry() {
        return MenuEntry.of("Il tuo ente", "Servizi", SubscriptionAddresses.AREA, 20, Role.REFERENTE);
    }
}
