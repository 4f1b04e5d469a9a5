// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.access.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the catalogue stands in the menu. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    private static final String AREA = "Servizi";

    @Bean
    static MenuEntry offeringsEntry() {
        return MenuEntry.of(AREA, "Catalogo dei servizi", Addresses.OFFERINGS, 350, Addresses.READERS);
    }

    @Bean
    static MenuEntry suppliersEntry() {
        return MenuEntry.of(AREA, "Fornitori", Addresses.SUPPLIERS, 360, Addresses.READERS);
    }

    @Bean
    static MenuEntry contractsEntry() {
        return MenuEntry.of(AREA, "Contratti", Addresses.CONTRACTS, 370, Addresses.READERS);
    }
}
