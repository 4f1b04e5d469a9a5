// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.Persons;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.AlertSettingsPage;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator says where colleagues read notices, and how long a pause is long. */
@Controller
@AllowedTo(Role.COORDINATORE)
class AlertSettingsController {

    private static final String ALERTS = Addresses.SETTINGS + "/avvisi";

    private final Templates templates;
    private final WatchStore store;
    private final Rulebooks rulebooks;
    private final Persons persons;
    private final TransactionOperations transaction;

    AlertSettingsController(
            Templates templates,
            WatchStore store,
            Rulebooks rulebooks,
            Persons persons,
            TransactionOperations transaction) {
        this.templates = templates;
        this.store = store;
        this.rulebooks = rulebooks;
        this.persons = persons;
        this.transaction = transaction;
    }

    @GetMapping(ALERTS)
    JteModel show() {
        FormInput form = FormInput.empty();
        transaction.executeWithoutResult(_ -> {
            rulebooks.current();
            form.with("days", store.longPauseDays());
        });
        return page(form);
    }

    @PostMapping(ALERTS)
    Object keep(FormInput form, RedirectAttributes flash) {
        Long days = form.integer("days");
        if (days == null || days < 1 || days > 250) {
            form.reject("days", Messages.text("tickets.alert.days"));
        }
        if (!form.isValid() || days == null) {
            return Answer.refused(page(form));
        }
        transaction.executeWithoutResult(_ -> {
            rulebooks.current();
            if (store.longPauseDays() != days.intValue()) {
                store.changeLongPauseDays(days.intValue());
            }
        });
        flash.addFlashAttribute("notice", "Avvisi salvati.");
        return "redirect:" + Addresses.SETTINGS;
    }

    private JteModel page(FormInput form) {
        return templates.ticketsAlertSettings(new AlertSettingsPage(
                ALERTS,
                form,
                persons.staff().stream()
                        .map(one -> new AlertSettingsPage.Colleague(one.name(), one.email()))
                        .toList()));
    }
}
