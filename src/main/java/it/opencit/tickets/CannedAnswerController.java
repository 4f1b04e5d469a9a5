// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers kept ready, written by the coordinator. */
@Controller
@AllowedTo(Role.COORDINATORE)
class CannedAnswerController {

    static final String ADDRESS = Addresses.SETTINGS + "/risposte";
    private static final String NEW = ADDRESS + "/nuova";
    private static final String ONE = ADDRESS + "/{id:\\d+}";

    private final Templates templates;
    private final Rulebooks rulebooks;

    CannedAnswerController(Templates templates, Rulebooks rulebooks) {
        this.templates = templates;
        this.rulebooks = rulebooks;
    }

    @GetMapping(ADDRESS)
    JteModel list() {
        return templates.ticketsCannedAnswers(rulebooks.current().answers().stream()
                .map(one ->
                        new Option(ADDRESS + "/" + one.id(), one.title() + (one.retired() ? " (non si usa più)" : "")))
                .toList());
    }

    @GetMapping(NEW)
    JteModel newForm() {
        return page(FormInput.empty(), NEW);
    }

    @PostMapping(NEW)
    Object add(FormInput form, RedirectAttributes flash) {
        return keep(form, flash, 0, NEW);
    }

    @GetMapping(ONE)
    JteModel edit(@PathVariable long id) {
        CannedAnswer answer = get(id);
        return page(
                FormInput.empty()
                        .with("title", answer.title())
                        .with("category", answer.category())
                        .with("text", answer.text())
                        .with("retired", answer.retired() ? "si" : null)
                        .with("version", answer.version()),
                ADDRESS + "/" + id);
    }

    @PostMapping(ONE)
    Object change(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        get(id);
        return keep(form, flash, id, ADDRESS + "/" + id);
    }

    private Object keep(FormInput form, RedirectAttributes flash, long id, String action) {
        String version = form.textOrEmpty("version");
        try {
            rulebooks.keep(new CannedAnswer(
                    id,
                    form.text("category"),
                    form.textOrEmpty("title"),
                    form.textOrEmpty("text"),
                    form.isChecked("retired"),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0));
            flash.addFlashAttribute("notice", "Risposta pronta salvata.");
            return "redirect:" + ADDRESS;
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.settings.changed"));
            form.with("version", get(id).version());
        }
        return Answer.refused(page(form, action));
    }

    private CannedAnswer get(long id) {
        return rulebooks.current().answers().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Answer " + id));
    }

    private JteModel page(FormInput form, String action) {
        return templates.ticketsCannedAnswer(
                form,
                action,
                SettingsForms.categories(rulebooks.current(), "Tutte le categorie"),
                CannedAnswer.places());
    }
}
