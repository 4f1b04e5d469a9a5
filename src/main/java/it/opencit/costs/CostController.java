// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the centre spends: the list, one cost, a table of them. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class CostController {

    static final String COSTS = "/gestione/costi";
    private static final String IMPORT = COSTS + "/importazione";

    private final Templates templates;
    private final Costs costs;
    private final CostImport imports;
    private final Catalogue catalogue;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    CostController(
            Templates templates,
            Costs costs,
            CostImport imports,
            Catalogue catalogue,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.costs = costs;
        this.imports = imports;
        this.catalogue = catalogue;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(COSTS)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.costsCosts(
                lists.page(CostLists.costs(), CostLists.rows(costs.all(), catalogue.offerings()), request),
                writes(person));
    }

    @GetMapping(COSTS + "/costi.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(CostLists.costs(), CostLists.rows(costs.all(), catalogue.offerings()), request, format, response);
    }

    @GetMapping(COSTS + "/nuovo")
    JteModel newForm() {
        return page(FormInput.empty().with("year", LocalDate.now(clock).getYear()), COSTS + "/nuovo", Map.of(), false);
    }

    @PostMapping(COSTS + "/nuovo")
    Object add(FormInput form, RedirectAttributes flash) {
        Cost cost = CostForm.cost(form, catalogue.offerings());
        if (cost == null) {
            return Answer.refused(page(form, COSTS + "/nuovo", Map.of(), false));
        }
        if (costs.record(List.of(cost)) == 0) {
            form.reject("", Messages.text("costs.same"));
            return Answer.refused(page(form, COSTS + "/nuovo", Map.of(), false));
        }
        flash.addFlashAttribute("notice", "Costo registrato.");
        return "redirect:" + COSTS;
    }

    @GetMapping(COSTS + "/{id:\\d+}")
    JteModel editForm(@PathVariable long id) {
        return page(CostForm.of(costs.cost(id)), COSTS + "/" + id, Map.of(), true);
    }

    @PostMapping(COSTS + "/{id:\\d+}")
    Object change(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        StoredCost saved = costs.cost(id);
        Cost cost = CostForm.cost(form, catalogue.offerings());
        Map<String, String> theirs = Map.of();
        try {
            if (cost != null) {
                costs.change(id, cost, form.version());
                flash.addFlashAttribute("notice", "Costo salvato.");
                return "redirect:" + COSTS;
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            theirs = CostForm.of(saved).values();
            form.changedMeanwhile("shared.changed-meanwhile", saved.version());
        }
        return Answer.refused(page(form, COSTS + "/" + id, theirs, true));
    }

    @PostMapping(COSTS + "/{id:\\d+}/eliminazione")
    String remove(@PathVariable long id, RedirectAttributes flash) {
        costs.removeCost(id);
        flash.addFlashAttribute("notice", "Costo eliminato: resta nel registro delle modifiche.");
        return "redirect:" + COSTS;
    }

    @GetMapping(IMPORT)
    JteModel importForm() {
        return templates.costsImport(FormInput.empty(), List.of());
    }

    @PostMapping(IMPORT)
    Object importTable(
            FormInput form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            form.reject("file", Messages.text("costs.import.file"));
            return Answer.refused(templates.costsImport(form, List.of()));
        }
        try {
            CostImport.Result result = imports.read(file.getBytes());
            if (result.refused().isEmpty()) {
                flash.addFlashAttribute("notice", Messages.text("costs.import.done", result.added(), result.known()));
                return "redirect:" + COSTS;
            }
            form.reject(
                    "file",
                    Messages.text("costs.import.refused", result.refused().size()));
            return Answer.refused(templates.costsImport(form, result.refused()));
        } catch (Refusal refusal) {
            form.reject("file", refusal.inItalian());
            return Answer.refused(templates.costsImport(form, List.of()));
        }
    }

    private JteModel page(FormInput form, String action, Map<String, String> theirs, boolean kept) {
        List<Option> offerings = new ArrayList<>();
        offerings.add(new Option("", "Di tutto il centro"));
        for (Offering offering : catalogue.offerings()) {
            offerings.add(new Option(offering.id().toString(), offering.title()));
        }
        List<Option> kinds = Arrays.stream(CostKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
        return templates.costsCost(form, action, theirs, kinds, offerings, kept);
    }

    static boolean writes(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }
}
