// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.Persons;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.AlertSettingsPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator says who is told of new tickets, and when a pause is long; and sees where colleagues read notices. */
@Controller
@AllowedTo(Role.COORDINATORE)
class AlertSettingsController {

    private static final String ALERTS = Addresses.SETTINGS + "/avvisi";

    private final Templates templates;
    private final WatchStore store;
    private final Rulebooks rulebooks;
    private final Persons persons;
    private final StaffGroups groups;
    private final TransactionOperations transaction;

    AlertSettingsController(
            Templates templates,
            WatchStore store,
            Rulebooks rulebooks,
            Persons persons,
            StaffGroups groups,
            TransactionOperations transaction) {
        this.templates = templates;
        this.store = store;
        this.rulebooks = rulebooks;
        this.persons = persons;
        this.groups = groups;
        this.transaction = transaction;
    }

    @GetMapping(ALERTS)
    JteModel show() {
        FormInput form = FormInput.empty();
        transaction.executeWithoutResult(_ -> {
            rulebooks.current();
            form.with("days", store.longPauseDays());
            form.with("first", store.firstReaders().code());
        });
        return page(form);
    }

    @PostMapping(ALERTS)
    Object keep(FormInput form, RedirectAttributes flash) {
        Long days = form.integer("days");
        if (days == null || days < 1 || days > 250) {
            form.reject("days", Messages.text("tickets.alert.days"));
        }
        FirstReaders first = firstReaders(form.textOrEmpty("first"));
        if (first == null) {
            form.reject("first", Messages.text("tickets.alert.first"));
        }
        if (!form.isValid() || days == null || first == null) {
            return Answer.refused(page(form));
        }
        transaction.executeWithoutResult(_ -> {
            rulebooks.current();
            if (store.longPauseDays() != days.intValue()) {
                store.changeLongPauseDays(days.intValue());
            }
            if (!store.firstReaders().equals(first)) {
                store.changeFirstReaders(first);
            }
        });
        flash.addFlashAttribute("notice", "Avvisi salvati.");
        return "redirect:" + Addresses.SETTINGS;
    }

    /** Who was chosen; {@code null} for nobody that is offered. */
    private @Nullable FirstReaders firstReaders(String code) {
        return Stream.concat(
                        Stream.of(FirstReaders.WORKERS, FirstReaders.NOBODY),
                        groups.all().stream().map(FirstReaders::of))
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private JteModel page(FormInput form) {
        List<Option> first = new ArrayList<>();
        first.add(new Option(FirstReaders.WORKERS.code(), "Coordinatori e operatori"));
        groups.all().stream()
                .filter(one -> !one.retired() || FirstReaders.of(one).code().equals(form.typed("first")))
                .forEach(one -> first.add(new Option(FirstReaders.of(one).code(), "Gruppo: " + one.name())));
        first.add(new Option(FirstReaders.NOBODY.code(), "Nessuno"));
        return templates.ticketsAlertSettings(new AlertSettingsPage(
                ALERTS,
                form,
                first,
                persons.staff().stream()
                        .map(one -> new AlertSettingsPage.Colleague(one.name(), one.email()))
                        .toList()));
    }
}
