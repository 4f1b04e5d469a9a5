// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.AllocationPage;
import it.opencit.treasury.pages.ProposedLine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where what the treasurer took in meets what was assessed: proposals accepted, amounts typed, mistakes undone. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class AllocationController {

    private static final String ONE = Addresses.PROVVISORI + "/{id:\\d+}/allocazioni";
    private static final String PROPOSALS = Addresses.PROVVISORI + "/proposte";
    private static final String UNDO = Addresses.ALLOCATIONS + "/{id:\\d+}/annullamento";
    private static final String FIELD = "importo-";
    private static final int SHOWN = 100;

    private final Templates templates;
    private final Provvisori provvisori;
    private final Allocations allocations;
    private final AllocationStore store;
    private final AccertamentoStore accertamenti;
    private final Clock clock;

    AllocationController(
            Templates templates,
            Provvisori provvisori,
            Allocations allocations,
            AllocationStore store,
            AccertamentoStore accertamenti,
            Clock clock) {
        this.templates = templates;
        this.provvisori = provvisori;
        this.allocations = allocations;
        this.store = store;
        this.accertamenti = accertamenti;
        this.clock = clock;
    }

    @GetMapping(ONE)
    JteModel form(@PathVariable ProvvisorioId id, @RequestParam(name = "cerca", defaultValue = "") String search) {
        return page(id, FormInput.empty(), search);
    }

    @PostMapping(ONE)
    Object allocate(@PathVariable ProvvisorioId id, FormInput form, RedirectAttributes flash) {
        String proposal = form.typed("proposta");
        try {
            Map<AccertamentoId, Euro> amounts = proposal.isEmpty() ? typed(form) : ProposalViews.amounts(proposal);
            if (form.isValid()) {
                allocations.allocate(id, amounts);
                flash.addFlashAttribute(
                        "notice",
                        Messages.text(
                                "treasury.allocated", Euro.sum(amounts.values()).inItalian(), amounts.size()));
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject("", refusal.inItalian());
        }
        return Answer.refused(page(id, form, form.textOrEmpty("cerca")));
    }

    private static Map<AccertamentoId, Euro> typed(FormInput form) {
        Map<AccertamentoId, Euro> amounts = new LinkedHashMap<>();
        for (String field : form.values().keySet()) {
            if (field.matches(FIELD + "\\d{1,18}") && form.text(field) != null) {
                Euro amount = form.amount(field);
                if (amount != null && amount.cents() <= 0) {
                    form.reject(field, Messages.text("treasury.amount.positive"));
                } else if (amount != null) {
                    amounts.put(AccertamentoId.valueOf(field.substring(FIELD.length())), amount);
                }
            }
        }
        return amounts;
    }

    private JteModel page(ProvvisorioId id, FormInput form, String search) {
        Provvisorio provvisorio = provvisori.get(id);
        List<Proposal> proposals = provvisori.proposals(id);
        List<Accertamento> found = search.isBlank()
                ? provvisorio.organization() == null
                        ? List.of()
                        : accertamenti.openOf(List.of(provvisorio.organization()), SHOWN + 1)
                : accertamenti.openLike(search.strip(), SHOWN + 1);
        return templates.treasuryAllocations(
                form,
                new AllocationPage(
                        provvisorio,
                        Addresses.of(id),
                        proposals.stream().map(ProposalViews::of).toList(),
                        search,
                        found.stream()
                                .limit(SHOWN)
                                .map(AllocationController::line)
                                .toList(),
                        found.size() > SHOWN));
    }

    private static AllocationPage.Line line(Accertamento accertamento) {
        return new AllocationPage.Line(
                FIELD + accertamento.id(),
                accertamento.label(),
                Addresses.of(accertamento.id()),
                accertamento.payerName(),
                accertamento.beneficiaryName(),
                accertamento.object(),
                Italian.date(accertamento.due()),
                accertamento.residual().inItalian());
    }

    @GetMapping(PROPOSALS)
    JteModel proposals() {
        return proposalsPage(FormInput.empty());
    }

    /** Accepts those chosen, all or none. */
    @PostMapping(PROPOSALS)
    Object accept(FormInput form, RedirectAttributes flash) {
        List<String> chosen = form.all("proposta");
        try {
            if (chosen.isEmpty()) {
                throw new Refusal("treasury.proposal.choose");
            }
            Map<ProvvisorioId, Map<AccertamentoId, Euro>> many = new LinkedHashMap<>();
            for (String choice : chosen) {
                int at = choice.indexOf(':');
                if (at < 1 || !choice.substring(0, at).matches("\\d{1,18}")) {
                    throw new Refusal("treasury.proposal.unreadable");
                }
                many.put(
                        ProvvisorioId.valueOf(choice.substring(0, at)),
                        ProposalViews.amounts(choice.substring(at + 1)));
            }
            allocations.allocate(many);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(proposalsPage(form));
        }
        flash.addFlashAttribute("notice", Messages.text("treasury.proposal.accepted", chosen.size()));
        return "redirect:" + PROPOSALS;
    }

    private JteModel proposalsPage(FormInput form) {
        LocalDate today = LocalDate.now(clock);
        List<ProposedLine> proposed = new ArrayList<>();
        int without = 0;
        for (Provvisori.Proposed one : provvisori.proposed(SHOWN)) {
            if (one.proposals().isEmpty()) {
                without++;
            } else {
                proposed.add(line(one, today));
            }
        }
        return templates.treasuryProposals(form, proposed, without);
    }

    private static ProposedLine line(Provvisori.Proposed one, LocalDate today) {
        Provvisorio provvisorio = one.provvisorio();
        var best = ProposalViews.of(one.proposals().getFirst());
        return new ProposedLine(
                provvisorio.id() + ":" + best.key(),
                provvisorio.label(),
                Addresses.of(provvisorio.id()),
                Italian.date(provvisorio.receivedOn()),
                ProvvisorioController.deadline(provvisorio, today),
                provvisorio.payerName(),
                provvisorio.reason(),
                provvisorio.residual().inItalian(),
                best,
                one.proposals().size() - 1);
    }

    @GetMapping(UNDO)
    JteModel undoForm(@PathVariable AllocationId id) {
        return undoPage(FormInput.empty(), get(id));
    }

    @PostMapping(UNDO)
    Object undo(@PathVariable AllocationId id, FormInput form, RedirectAttributes flash) {
        Allocation allocation = get(id);
        try {
            allocations.undo(id, form.textOrEmpty("reason"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(undoPage(form, allocation));
        }
        flash.addFlashAttribute("notice", "Abbinamento annullato: resta nella storia con il motivo.");
        return "redirect:" + Addresses.of(allocation.provvisorio());
    }

    private Allocation get(AllocationId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Allocation " + id));
    }

    private JteModel undoPage(FormInput form, Allocation allocation) {
        return templates.treasuryUndo(
                form,
                allocation,
                provvisori.get(allocation.provvisorio()),
                accertamenti.find(allocation.accertamento()).orElseThrow(),
                Addresses.ALLOCATIONS + "/" + allocation.id() + "/annullamento",
                Addresses.of(allocation.provvisorio()));
    }
}
