// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was collected, and the orders that regularise it. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class RiscossioneController {

    private static final String NEW = Addresses.RISCOSSIONI + "/nuova";
    private static final String ONE = Addresses.RISCOSSIONI + "/{id:\\d+}";
    private static final int SHOWN = 300;

    private final Templates templates;
    private final RiscossioneList list;
    private final Allocations allocations;
    private final AllocationStore store;
    private final AllocationLines lines;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    RiscossioneController(
            Templates templates,
            RiscossioneList list,
            Allocations allocations,
            AllocationStore store,
            AllocationLines lines,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.list = list;
        this.allocations = allocations;
        this.store = store;
        this.lines = lines;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(Addresses.RISCOSSIONI)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.treasuryRiscossioni(
                lists.page(list.listing(), request), Writers.include(person), store.waiting());
    }

    @GetMapping(Addresses.RISCOSSIONI + "/riscossioni.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(ONE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable RiscossioneId id) {
        Riscossione riscossione =
                store.riscossioni(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("Order " + id));
        List<Allocation> regularised = store.ofRiscossione(id);
        return templates.treasuryRiscossione(
                riscossione,
                lines.withBothSides(regularised),
                AllocationLines.sum(regularised).inItalian());
    }

    @GetMapping(NEW)
    JteModel form() {
        LocalDate today = LocalDate.now(clock);
        return page(FormInput.empty()
                .with("actKind", "Ordinanza di riscossione")
                .with("actDate", today)
                .with("fiscalYear", today.getYear()));
    }

    @PostMapping(NEW)
    Object add(FormInput form, RedirectAttributes flash) {
        Act order = Forms.act(form);
        Integer fiscalYear = Forms.year(form, "fiscalYear");
        LocalDate reversaleDate = form.date("reversaleDate");
        List<AllocationId> chosen = form.all("abbinamento").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(AllocationId::valueOf)
                .toList();
        if (order != null && fiscalYear != null && form.isValid()) {
            try {
                RiscossioneId id = allocations.collect(
                        new NewRiscossione(order, fiscalYear, form.text("reversaleNumber"), reversaleDate), chosen);
                flash.addFlashAttribute("notice", "Ordine di riscossione registrato.");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(page(form));
    }

    private JteModel page(FormInput form) {
        List<Allocation> waiting = store.withoutOrder(SHOWN + 1);
        return templates.treasuryRiscossioneForm(
                form, lines.withBothSides(waiting.stream().limit(SHOWN).toList()), waiting.size() > SHOWN);
    }
}
