// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A Unione or Comunità montana joins for its members. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class MembersController {

    private static final String MEMBERS = Addresses.ACCESSIONS + "/{id}/membri";

    private final Templates templates;
    private final MembersJoining joining;
    private final Accessions accessions;
    private final Organizations organizations;

    MembersController(Templates templates, MembersJoining joining, Accessions accessions, Organizations organizations) {
        this.templates = templates;
        this.joining = joining;
        this.accessions = accessions;
        this.organizations = organizations;
    }

    @GetMapping(MEMBERS)
    JteModel form(@PathVariable AccessionId id) {
        return page(id, FormInput.empty());
    }

    @PostMapping(MEMBERS)
    Object join(@PathVariable AccessionId id, FormInput form, RedirectAttributes flash) {
        Set<OrganizationId> members = form.all("members").stream()
                .filter(member -> member.matches("\\d{1,18}"))
                .map(OrganizationId::valueOf)
                .collect(Collectors.toSet());
        if (members.isEmpty()) {
            form.reject("members", Messages.text("agreements.members.none"));
        }
        BigDecimal share = form.decimal("share");
        Percentage percentage = share == null || share.signum() == 0 ? null : new Percentage(share);
        if (!form.isValid()) {
            return Answer.refused(page(id, form));
        }
        try {
            joining.join(id, members, percentage, form.textOrEmpty("act"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(id, form));
        }
        flash.addFlashAttribute("notice", "Gli enti membri hanno aderito con gli stessi atti.");
        return "redirect:" + Addresses.of(id);
    }

    private JteModel page(AccessionId id, FormInput form) {
        Accession accession = accessions.get(id);
        return templates.agreementsMembers(
                form,
                Addresses.of(id),
                organizations.get(accession.organization()).fullName(),
                joining.candidates(accession).stream()
                        .map(body -> new Option(body.id().toString(), body.fullName()))
                        .toList());
    }
}
