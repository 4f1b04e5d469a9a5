// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of the bodies and its exports. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
class OrganizationListController {

    private final Templates templates;
    private final Lists lists;
    private final Exports exports;

    OrganizationListController(Templates templates, Lists lists, Exports exports) {
        this.templates = templates;
        this.lists = lists;
        this.exports = exports;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry organizationsEntry() {
            return MenuEntry.of(
                    "Enti",
                    "Enti",
                    "/gestione/enti",
                    100,
                    Role.COORDINATORE,
                    Role.AMMINISTRATIVO,
                    Role.OPERATORE,
                    Role.REDATTORE);
        }

        @Bean
        MenuEntry importEntry() {
            return MenuEntry.of(
                    "Enti", "Importazione", "/gestione/enti/importazione", 110, Role.COORDINATORE, Role.AMMINISTRATIVO);
        }

        @Bean
        MenuEntry figureKindsEntry() {
            return MenuEntry.of(
                    "Enti", "Indicatori", "/gestione/enti/indicatori", 120, Role.COORDINATORE, Role.AMMINISTRATIVO);
        }
    }

    @GetMapping("/gestione/enti")
    JteModel list(ListRequest request, SignedIn person) {
        return templates.organizationsList(lists.page(OrganizationList.listing(), request), Writers.isOne(person));
    }

    @GetMapping("/gestione/enti/enti.{format}")
    void export(ListRequest request, @PathVariable ExportFormat format, HttpServletResponse response)
            throws IOException {
        exports.send(OrganizationList.listing(), request, format, response);
    }
}
