// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the centre asks for money, and one body where it differs. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class ReceiptTermsController {

    private final Templates templates;
    private final ReceiptTerms terms;
    private final Organizations organizations;

    ReceiptTermsController(Templates templates, ReceiptTerms terms, Organizations organizations) {
        this.templates = templates;
        this.terms = terms;
        this.organizations = organizations;
    }

    @GetMapping("/gestione/entrate/impostazioni")
    JteModel form() {
        return templates.receiptsTerms(TermsForm.of(terms.current()), Map.of());
    }

    @PostMapping("/gestione/entrate/impostazioni")
    Object save(FormInput form, RedirectAttributes flash) {
        Terms typed = TermsForm.read(form);
        if (typed == null) {
            return Answer.refused(templates.receiptsTerms(form, Map.of()));
        }
        try {
            terms.change(typed);
        } catch (OptimisticLockingFailureException meanwhile) {
            Terms theirs = terms.current();
            form.changedMeanwhile("shared.changed-meanwhile", theirs.version());
            return new Answer(templates.receiptsTerms(form, TermsForm.of(theirs).values()), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("notice", "Impostazioni salvate: valgono dalle prossime richieste.");
        return "redirect:/gestione/entrate/impostazioni";
    }

    @GetMapping("/gestione/entrate/paganti/{payer}")
    JteModel payerForm(@PathVariable OrganizationId payer) {
        PayerTerms own = terms.of(payer);
        return page(
                payer,
                FormInput.empty()
                        .with("channel", own.channel())
                        .with("document", own.document())
                        .with("email", own.email())
                        .with("notes", own.notes())
                        .with("version", own.version()));
    }

    @PostMapping("/gestione/entrate/paganti/{payer}")
    Object savePayer(@PathVariable OrganizationId payer, FormInput form, RedirectAttributes flash) {
        organizations.get(payer);
        PayerTerms typed = TermsForm.readPayer(payer, form);
        if (typed == null) {
            return Answer.refused(page(payer, form));
        }
        try {
            terms.change(typed);
        } catch (OptimisticLockingFailureException meanwhile) {
            form.changedMeanwhile("shared.changed-meanwhile", terms.of(payer).version());
            return new Answer(page(payer, form), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("notice", "Regole di pagamento salvate: valgono per le richieste non ancora mandate.");
        return "redirect:/gestione/estratto-conto/" + payer;
    }

    private JteModel page(OrganizationId payer, FormInput form) {
        var body = organizations.get(payer);
        OrganizationKind kind = body.kind();
        Terms ours = terms.current();
        return templates.receiptsPayerTerms(
                form,
                payer.toString(),
                body.fullName(),
                ours.channel(kind).label(),
                ours.document().label(),
                ReceiptTerms.address(PayerTerms.usual(payer), body));
    }
}
