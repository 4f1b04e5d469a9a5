// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the treasury stands in the menu. */
@Configuration(proxyBeanMethods = false)
class TreasuryConfiguration {

    private static final String AREA = "Entrate";
    private static final Role[] READERS = {Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE};

    @Bean
    static MenuEntry movementsEntry() {
        return MenuEntry.of(AREA, "Movimenti", Addresses.MOVEMENTS, 430, READERS);
    }

    @Bean
    static MenuEntry accertamentiEntry() {
        return MenuEntry.of(AREA, "Accertamenti", Addresses.ACCERTAMENTI, 440, READERS);
    }

    @Bean
    static MenuEntry provvisoriEntry() {
        return MenuEntry.of(AREA, "Provvisori", Addresses.PROVVISORI, 450, READERS);
    }

    @Bean
    static MenuEntry riscossioniEntry() {
        return MenuEntry.of(AREA, "Riscossioni", Addresses.RISCOSSIONI, 460, READERS);
    }

    @Bean
    static MenuEntry residualsEntry() {
        return MenuEntry.of(AREA, "Residui attivi", Addresses.RESIDUALS, 470, READERS);
    }
}
