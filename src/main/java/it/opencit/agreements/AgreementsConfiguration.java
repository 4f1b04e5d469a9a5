// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where agreements stand in the menu. */
@Configuration(proxyBeanMethods = false)
class AgreementsConfiguration {

    private static final Role[] READERS = {Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE};

    @Bean
    static MenuEntry accessionsEntry() {
        return MenuEntry.of("Convenzioni", "Convenzioni erogate", Addresses.ACCESSIONS, 300, READERS);
    }

    @Bean
    static MenuEntry schemesEntry() {
        return MenuEntry.of("Convenzioni", "Schemi di convenzione", Addresses.SCHEMES, 310, READERS);
    }
}
