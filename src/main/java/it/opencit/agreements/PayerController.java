// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who pays part of a body's quota. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class PayerController {

    private final Templates templates;
    private final Payers payers;
    private final Accessions accessions;
    private final Organizations organizations;

    PayerController(Templates templates, Payers payers, Accessions accessions, Organizations organizations) {
        this.templates = templates;
        this.payers = payers;
        this.accessions = accessions;
        this.organizations = organizations;
    }

    @GetMapping(Addresses.ACCESSIONS + "/{id}/paganti")
    JteModel form(@PathVariable AccessionId id) {
        return page(id, FormInput.empty().with("share", 100));
    }

    @PostMapping(Addresses.ACCESSIONS + "/{id}/paganti")
    Object add(@PathVariable AccessionId id, FormInput form, RedirectAttributes flash) {
        PayerRule rule = read(form);
        if (rule == null) {
            return Answer.refused(page(id, form));
        }
        try {
            payers.add(id, rule);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(id, form));
        }
        flash.addFlashAttribute("notice", "Ente pagante aggiunto.");
        return "redirect:" + Addresses.of(id);
    }

    @PostMapping(Addresses.ACCESSIONS + "/{id}/paganti/{rule}/eliminazione")
    String remove(@PathVariable AccessionId id, @PathVariable long rule, RedirectAttributes flash) {
        payers.remove(id, rule);
        flash.addFlashAttribute("notice", "Ente pagante tolto.");
        return "redirect:" + Addresses.of(id);
    }

    private static @Nullable PayerRule read(FormInput form) {
        Long payer = form.integer("payer");
        if (payer == null) {
            form.reject("payer", Messages.text("agreements.payer.who"));
        }
        BigDecimal share = form.decimal("share");
        if (share == null) {
            form.reject("share", Messages.text("agreements.payer.share-missing"));
        }
        Integer fromYear = Years.read(form, "fromYear");
        if (fromYear == null) {
            form.reject("fromYear", Messages.text("agreements.payer.from-year"));
        }
        Integer toYear = Years.read(form, "toYear");
        if (payer == null || share == null || fromYear == null || !form.isValid()) {
            return null;
        }
        try {
            return new PayerRule(
                    new OrganizationId(payer), new Percentage(share), fromYear, toYear, form.textOrEmpty("act"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    private JteModel page(AccessionId id, FormInput form) {
        Organization beneficiary = organizations.get(accessions.get(id).organization());
        return templates.agreementsPayer(
                form, Addresses.of(id), beneficiary.fullName(), Options.withChoice(payersFor(beneficiary)));
    }

    /** The bodies that group others come first: they are the usual payers. */
    private List<Option> payersFor(Organization beneficiary) {
        return organizations.all().stream()
                .filter(body -> !body.id().equals(beneficiary.id()))
                .sorted(Comparator.comparing((Organization body) -> !Aggregations.include(body.kind())))
                .map(body -> new Option(body.id().toString(), body.fullName()))
                .toList();
    }
}
