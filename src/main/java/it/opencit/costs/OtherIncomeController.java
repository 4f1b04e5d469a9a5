// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Income that is neither a quota nor a service. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class OtherIncomeController {

    static final String INCOME = "/gestione/altre-entrate";

    private final Templates templates;
    private final Costs costs;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    OtherIncomeController(Templates templates, Costs costs, Lists lists, Exports exports, Clock clock) {
        this.templates = templates;
        this.costs = costs;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(INCOME)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.costsIncomes(
                lists.page(CostLists.income(), CostLists.incomeRows(costs.allIncome()), request),
                CostController.writes(person));
    }

    @GetMapping(INCOME + "/altre-entrate.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(CostLists.income(), CostLists.incomeRows(costs.allIncome()), request, format, response);
    }

    @GetMapping(INCOME + "/nuova")
    JteModel newForm() {
        return page(FormInput.empty().with("year", LocalDate.now(clock).getYear()), INCOME + "/nuova", Map.of(), false);
    }

    @PostMapping(INCOME + "/nuova")
    Object add(FormInput form, RedirectAttributes flash) {
        OtherIncome income = CostForm.income(form);
        if (income == null) {
            return Answer.refused(page(form, INCOME + "/nuova", Map.of(), false));
        }
        if (!costs.record(income)) {
            form.reject("", Messages.text("costs.same"));
            return Answer.refused(page(form, INCOME + "/nuova", Map.of(), false));
        }
        flash.addFlashAttribute("notice", "Entrata registrata.");
        return "redirect:" + INCOME;
    }

    @GetMapping(INCOME + "/{id:\\d+}")
    JteModel editForm(@PathVariable long id) {
        return page(CostForm.of(costs.otherIncome(id)), INCOME + "/" + id, Map.of(), true);
    }

    @PostMapping(INCOME + "/{id:\\d+}")
    Object change(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        StoredIncome saved = costs.otherIncome(id);
        OtherIncome income = CostForm.income(form);
        Map<String, String> theirs = Map.of();
        try {
            if (income != null) {
                costs.change(id, income, form.version());
                flash.addFlashAttribute("notice", "Entrata salvata.");
                return "redirect:" + INCOME;
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            theirs = CostForm.of(saved).values();
            form.changedMeanwhile("shared.changed-meanwhile", saved.version());
        }
        return Answer.refused(page(form, INCOME + "/" + id, theirs, true));
    }

    @PostMapping(INCOME + "/{id:\\d+}/eliminazione")
    String remove(@PathVariable long id, RedirectAttributes flash) {
        costs.removeIncome(id);
        flash.addFlashAttribute("notice", "Entrata eliminata: resta nel registro delle modifiche.");
        return "redirect:" + INCOME;
    }

    private JteModel page(FormInput form, String action, Map<String, String> theirs, boolean kept) {
        return templates.costsIncome(
                form,
                action,
                theirs,
                Arrays.stream(IncomeSource.values())
                        .map(source -> new Option(source.name(), source.label()))
                        .toList(),
                kept);
    }
}
