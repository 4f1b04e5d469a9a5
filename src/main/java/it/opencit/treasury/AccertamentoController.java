// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.AccertamentoPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accertamenti: the list, one with its history, a new one by hand, its number, its reductions. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class AccertamentoController {

    private static final String ONE = Addresses.ACCERTAMENTI + "/{id:\\d+}";

    private final Templates templates;
    private final AccertamentoList list;
    private final Accertamenti accertamenti;
    private final AccertamentoStore store;
    private final AllocationLines lines;
    private final Organizations organizations;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    AccertamentoController(
            Templates templates,
            AccertamentoList list,
            Accertamenti accertamenti,
            AccertamentoStore store,
            AllocationLines lines,
            Organizations organizations,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.list = list;
        this.accertamenti = accertamenti;
        this.store = store;
        this.lines = lines;
        this.organizations = organizations;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(Addresses.ACCERTAMENTI)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.treasuryAccertamenti(lists.page(list.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.ACCERTAMENTI + "/accertamenti.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(ONE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable AccertamentoId id, SignedIn person) {
        Accertamento accertamento = accertamenti.get(id);
        LocalDate due = accertamento.due();
        boolean writable = Writers.include(person);
        return templates.treasuryAccertamento(new AccertamentoPage(
                accertamento,
                Addresses.of(id),
                switch (accertamento.state()) {
                    case ASSESSED -> accertamento.collected().isZero() ? "Da riscuotere" : "Riscosso in parte";
                    case COLLECTED -> "SALDATO";
                    case CANCELLED -> "Annullato";
                },
                switch (accertamento.state()) {
                    case ASSESSED -> "warning";
                    case COLLECTED -> "success";
                    case CANCELLED -> "secondary";
                },
                Addresses.of(accertamento.beneficiary()),
                Addresses.of(accertamento.payer()),
                due != null && accertamento.state() == AccertamentoState.ASSESSED && due.isBefore(LocalDate.now(clock)),
                lines.of(accertamento, writable),
                store.reductions(id).stream()
                        .map(reduction -> new AccertamentoPage.ReductionLine(
                                reduction.amount().inItalian(),
                                reduction.act().inItalian(),
                                reduction.reason(),
                                reduction.recordedBy() + ", " + Italian.moment(reduction.recordedAt())))
                        .toList(),
                store.references(List.of(id)).getOrDefault(id, Set.of()).stream()
                        .sorted()
                        .toList(),
                writable));
    }

    @GetMapping(Addresses.ACCERTAMENTI + "/nuovo")
    JteModel form() {
        int year = LocalDate.now(clock).getYear();
        return page(FormInput.empty()
                .with("actKind", "Determina dirigenziale")
                .with("year", year)
                .with("fiscalYear", year));
    }

    @PostMapping(Addresses.ACCERTAMENTI + "/nuovo")
    Object add(FormInput form, RedirectAttributes flash) {
        NewAccertamento accertamento = read(form);
        if (accertamento != null) {
            try {
                AccertamentoId id = accertamenti.assess(List.of(accertamento)).getFirst();
                flash.addFlashAttribute("notice", "Accertamento registrato.");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(page(form));
    }

    private @Nullable NewAccertamento read(FormInput form) {
        Organization beneficiary = Forms.body(form, "beneficiary", organizations);
        Organization payer = form.text("payer") == null ? beneficiary : Forms.body(form, "payer", organizations);
        Act act = Forms.act(form);
        Integer year = Forms.year(form, "year");
        Integer fiscalYear = Forms.year(form, "fiscalYear");
        Euro amount = Forms.amount(form, "amount");
        LocalDate due = form.date("due");
        if (beneficiary == null
                || payer == null
                || act == null
                || year == null
                || fiscalYear == null
                || amount == null) {
            return null;
        }
        return Forms.complete(
                form,
                () -> new NewAccertamento(
                        form.text("number"),
                        year,
                        fiscalYear,
                        act,
                        beneficiary.id(),
                        beneficiary.fullName(),
                        payer.id(),
                        payer.fullName(),
                        form.textOrEmpty("object"),
                        form.textOrEmpty("chapter"),
                        amount,
                        due,
                        ""));
    }

    private JteModel page(FormInput form) {
        return templates.treasuryAccertamentoForm(form, Forms.bodies(organizations));
    }

    @GetMapping(ONE + "/numero")
    JteModel numberForm(@PathVariable AccertamentoId id) {
        Accertamento accertamento = accertamenti.get(id);
        return templates.treasuryNumber(
                FormInput.empty().with("number", accertamento.number()).with("year", accertamento.year()),
                accertamento,
                Addresses.of(id));
    }

    @PostMapping(ONE + "/numero")
    Object number(@PathVariable AccertamentoId id, FormInput form, RedirectAttributes flash) {
        Accertamento accertamento = accertamenti.get(id);
        Integer year = Forms.year(form, "year");
        if (year != null) {
            try {
                accertamenti.number(id, year, form.textOrEmpty("number"));
                flash.addFlashAttribute("notice", "Numero registrato.");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.treasuryNumber(form, accertamento, Addresses.of(id)));
    }

    @GetMapping(ONE + "/riduzione")
    JteModel reductionForm(@PathVariable AccertamentoId id) {
        return reductionPage(FormInput.empty().with("actKind", "Determina dirigenziale"), id);
    }

    @PostMapping(ONE + "/riduzione")
    Object reduce(@PathVariable AccertamentoId id, FormInput form, RedirectAttributes flash) {
        Euro amount = Forms.amount(form, "amount");
        Act act = Forms.act(form);
        if (amount != null && act != null && form.isValid()) {
            try {
                accertamenti.reduce(id, amount, act, form.textOrEmpty("reason"));
                flash.addFlashAttribute("notice", "Riduzione registrata.");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(reductionPage(form, id));
    }

    private JteModel reductionPage(FormInput form, AccertamentoId id) {
        return templates.treasuryReduction(form, accertamenti.get(id), Addresses.of(id));
    }
}
