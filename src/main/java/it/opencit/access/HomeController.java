// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody's work begins. */
@Controller
class HomeController {

    private final Templates templates;
    private final List<HomePanel> panels;
    private final TransactionOperations transaction;

    HomeController(Templates templates, List<HomePanel> panels, TransactionOperations transaction) {
        this.templates = templates;
        this.panels = panels;
        this.transaction = transaction;
    }

    @GetMapping("/gestione")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel home(SignedIn person) {
        return transaction.execute(_ -> {
            List<HomePanel.Shown> shown =
                    panels.stream().map(panel -> panel.show(person)).toList();
            return templates.accessHome(
                    shown.stream().flatMap(each -> each.counts().stream()).toList(),
                    shown.stream()
                            .flatMap(each -> each.attention().stream())
                            .sorted(Comparator.comparing(HomePanel.Attention::urgency))
                            .toList());
        });
    }
}
