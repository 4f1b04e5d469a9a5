// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the knowledge base stands in the menus. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    static MenuEntry articlesEntry() {
        return MenuEntry.of(
                "Assistenza",
                "Conoscenza",
                ArticleController.ARTICLES,
                133,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE,
                Role.REDATTORE);
    }

    @Bean
    static MenuEntry answersEntry() {
        return MenuEntry.of("Il tuo ente", "Risposte", ReadArticleController.IN_AREA, 21, Role.REFERENTE);
    }
}
