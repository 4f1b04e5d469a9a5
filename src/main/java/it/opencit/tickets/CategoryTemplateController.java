// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormFields;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.CategoryTemplate.Need;
import it.opencit.tickets.pages.CategoryTemplatePage;
import java.util.Arrays;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the tickets of a category are born, decided by the coordinator. */
@Controller
@AllowedTo(Role.COORDINATORE)
class CategoryTemplateController {

    private static final String TEMPLATE = SettingsController.CATEGORIES + "/{code}/modello";

    private final Templates templates;
    private final Rulebooks rulebooks;
    private final Assignees assignees;

    CategoryTemplateController(Templates templates, Rulebooks rulebooks, Assignees assignees) {
        this.templates = templates;
        this.rulebooks = rulebooks;
        this.assignees = assignees;
    }

    @GetMapping(TEMPLATE)
    JteModel edit(@PathVariable String code) {
        Rulebook rules = rulebooks.current();
        Category category = get(rules, code);
        return page(rules, category, TemplateForms.of(rules.template(category)));
    }

    @PostMapping(TEMPLATE)
    Object keep(@PathVariable String code, FormInput form, RedirectAttributes flash) {
        Category category = get(rulebooks.current(), code);
        try {
            String to = form.textOrEmpty("to");
            CategoryTemplate typed =
                    TemplateForms.read(form, category.id(), to.isEmpty() ? null : assignees.chosen(to));
            if (typed != null) {
                int version = rulebooks.keep(typed);
                flash.addFlashAttribute(
                        "notice", "Modello salvato: vale la versione " + version + " per i ticket aperti da adesso.");
                return "redirect:" + address(category);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.changedMeanwhile(
                    "tickets.template.changed",
                    rulebooks.current().template(category).version());
        }
        return Answer.refused(page(rulebooks.current(), category, form));
    }

    private static Category get(Rulebook rules, String code) {
        return rules.category(code).orElseThrow(() -> new NotFound("Category " + code));
    }

    private static String address(Category category) {
        return SettingsController.CATEGORIES + "/" + category.code();
    }

    private JteModel page(Rulebook rules, Category category, FormInput form) {
        CategoryTemplate now = rules.template(category);
        return templates.ticketsCategoryTemplate(new CategoryTemplatePage(
                form,
                address(category) + "/modello",
                rules.title(category),
                address(category),
                now.writtenAt() == null
                        ? ""
                        : Messages.text(
                                "tickets.template.written",
                                Integer.toString(now.version()),
                                Italian.moment(now.writtenAt()),
                                now.writtenBy()),
                assignees.choices(),
                Arrays.stream(Need.values())
                        .map(need -> new Option(TemplateForms.name(need), need.label))
                        .toList(),
                TemplateForms.tasks(form),
                FormFields.numbers(form),
                FormFields.types()));
    }
}
