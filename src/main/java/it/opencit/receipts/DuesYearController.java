// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.receipts.pages.DuesYearPage;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work of a year: compute, look, approve, ask, follow. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class DuesYearController {

    private final Templates templates;
    private final DuesRuns runs;
    private final DuesYearPages pages;
    private final ReceiptTerms terms;
    private final Clock clock;

    DuesYearController(Templates templates, DuesRuns runs, DuesYearPages pages, ReceiptTerms terms, Clock clock) {
        this.templates = templates;
        this.runs = runs;
        this.pages = pages;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/gestione/entrate")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    String thisYear(@RequestParam(defaultValue = "") String anno) {
        return "redirect:" + address(anno.isEmpty() ? LocalDate.now(clock).getYear() : Years.read(anno));
    }

    @GetMapping("/gestione/entrate/{year}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel year(@PathVariable String year, SignedIn person) {
        return templates.receiptsYear(pages.of(Years.read(year), mayWrite(person)));
    }

    @PostMapping("/gestione/entrate/{year}/calcolo")
    String compute(@PathVariable String year, RedirectAttributes flash) {
        int ofYear = Years.read(year);
        @Nullable DuesRun before = runs.draft(ofYear).orElse(null);
        try {
            flash.addFlashAttribute("notice", told(before, runs.compute(ofYear)));
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", refusal.inItalian());
        }
        return "redirect:" + address(ofYear);
    }

    private static String told(@Nullable DuesRun before, DuesRun now) {
        if (!now.isDraft()) {
            return "Ricalcolato: non c'è niente da aggiungere a quello che è stato approvato.";
        }
        if (before == null) {
            return "Bozza calcolata: " + now.lines() + " righe, " + now.amount().inItalian() + ".";
        }
        return before.digest().equals(now.digest())
                ? "Ricalcolato: non è cambiato niente."
                : "Ricalcolato: qui sotto trovi che cosa è cambiato e perché.";
    }

    @GetMapping("/gestione/entrate/{year}/approvazione")
    Object approvalForm(@PathVariable String year, RedirectAttributes flash) {
        int ofYear = Years.read(year);
        DuesRun draft = runs.draft(ofYear).orElse(null);
        if (draft == null) {
            flash.addFlashAttribute("warning", Messages.text("receipts.approval.no-draft", year));
            return "redirect:" + address(ofYear);
        }
        FormInput form = FormInput.empty()
                .with("digest", draft.digest())
                .with("actKind", "Determina dirigenziale")
                .with("chapter", terms.current().chapter())
                .with("fiscalYear", ofYear);
        return page(draft, form);
    }

    @PostMapping("/gestione/entrate/{year}/approvazione")
    Object approve(@PathVariable String year, FormInput form, RedirectAttributes flash) {
        int ofYear = Years.read(year);
        Approval approval = ApprovalForm.read(form);
        if (approval == null) {
            return refused(ofYear, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            DuesRun approved = runs.approve(ofYear, form.typed("digest"), approval);
            flash.addFlashAttribute(
                    "notice",
                    "Approvato con " + approval.act()
                            + ": gli accertamenti sono registrati e le richieste sono pronte da mandare ("
                            + approved.lines() + " righe).");
            return "redirect:" + address(ofYear);
        } catch (StaleDraft stale) {
            form.reject("", Messages.text("receipts.approval.stale"));
            return refused(ofYear, form, HttpStatus.CONFLICT);
        } catch (Refusal refusal) {
            form.reject(ApprovalForm.inItsField(refusal));
            return refused(ofYear, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The form again with what was typed. It keeps the digest that was read: only a new look at the draft gives another. */
    private Answer refused(int year, FormInput form, HttpStatus status) {
        return new Answer(page(runs.draft(year).orElse(null), form, year), status);
    }

    private JteModel page(DuesRun draft, FormInput form) {
        return page(draft, form, draft.year());
    }

    private JteModel page(@Nullable DuesRun draft, FormInput form, int year) {
        DuesYearPage page = pages.of(year, true);
        boolean stale = draft == null || !draft.digest().equals(form.typed("digest"));
        return templates.receiptsApproval(page, form, stale);
    }

    private static boolean mayWrite(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO);
    }

    private static String address(int year) {
        return "/gestione/entrate/" + year;
    }
}
