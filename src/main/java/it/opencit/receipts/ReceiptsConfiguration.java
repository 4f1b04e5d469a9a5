// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where receipts stand in the menus. */
@Configuration(proxyBeanMethods = false)
class ReceiptsConfiguration {

    @Bean
    static MenuEntry duesEntry() {
        return MenuEntry.of(
                "Entrate", "Quote", "/gestione/quote", 400, Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE);
    }

    @Bean
    static MenuEntry yearEntry() {
        return MenuEntry.of(
                "Entrate",
                "Entrate dell'anno",
                "/gestione/entrate",
                395,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE);
    }

    @Bean
    static MenuEntry remindersEntry() {
        return MenuEntry.of(
                "Entrate",
                "Solleciti",
                "/gestione/solleciti",
                460,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE);
    }

    @Bean
    static MenuEntry termsEntry() {
        return MenuEntry.of(
                "Entrate",
                "Impostazioni delle entrate",
                "/gestione/entrate/impostazioni",
                490,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO);
    }

    @Bean
    static MenuEntry statementEntry() {
        return MenuEntry.of("Il tuo ente", "Estratto conto", "/area/estratto-conto", 20, Role.REFERENTE);
    }

    @Bean
    static MenuEntry areaEntry() {
        return MenuEntry.of("Il tuo ente", "Quote di adesione", "/area", 10, Role.REFERENTE);
    }
}
