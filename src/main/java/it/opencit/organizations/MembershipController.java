// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is part of which Unione, from the page of either. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class MembershipController {

    private static final Option ENTERS = new Option("ENTERS", "entra a far parte di");
    private static final Option TAKES_IN = new Option("TAKES_IN", "ha come membro");

    private final Templates templates;
    private final Organizations organizations;

    MembershipController(Templates templates, Organizations organizations) {
        this.templates = templates;
        this.organizations = organizations;
    }

    @GetMapping("/gestione/enti/{id:\\d+}/appartenenze/nuova")
    JteModel blank(@PathVariable OrganizationId id) {
        return page(organizations.get(id), FormInput.empty());
    }

    @PostMapping("/gestione/enti/{id:\\d+}/appartenenze")
    Object add(@PathVariable OrganizationId id, FormInput form, RedirectAttributes flash) {
        Organization here = organizations.get(id);
        Organization other = named(form);
        Period period = Periods.read(form);
        if (other == null || period == null || !form.isValid()) {
            return Answer.refused(page(here, form));
        }
        boolean enters = here.kind() == OrganizationKind.COMUNE
                || form.typed("direction").equals(ENTERS.value());
        try {
            organizations.join(enters ? other.id() : id, enters ? id : other.id(), period);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(here, form));
        }
        flash.addFlashAttribute("notice", "Appartenenza aggiunta.");
        return "redirect:/gestione/enti/" + id;
    }

    @GetMapping("/gestione/enti/{id:\\d+}/appartenenze/{membership:\\d+}/fine")
    JteModel end(@PathVariable OrganizationId id, @PathVariable long membership) {
        return endPage(id, membership, FormInput.empty());
    }

    @PostMapping("/gestione/enti/{id:\\d+}/appartenenze/{membership:\\d+}/fine")
    Object end(
            @PathVariable OrganizationId id, @PathVariable long membership, FormInput form, RedirectAttributes flash) {
        LocalDate lastDay = form.date("to");
        if (lastDay == null) {
            form.reject("to", Messages.text("organizations.membership.last-day"));
            return Answer.refused(endPage(id, membership, form));
        }
        try {
            organizations.leave(id, membership, lastDay);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(endPage(id, membership, form));
        }
        flash.addFlashAttribute("notice", "Appartenenza terminata.");
        return "redirect:/gestione/enti/" + id;
    }

    /** The one body whose code or name was typed, or whose name holds the words typed. */
    private @Nullable Organization named(FormInput form) {
        String typed = form.required("other", "organizations.membership.other");
        if (typed.isEmpty()) {
            return null;
        }
        List<Organization> found = organizations.search(typed, null, null, 6);
        List<Organization> exact = found.stream()
                .filter(one -> Plain.same(one.name(), typed) || Plain.same(one.fullName(), typed))
                .toList();
        List<Organization> chosen = exact.size() == 1 ? exact : found;
        if (chosen.size() == 1) {
            return chosen.getFirst();
        }
        form.reject(
                "other",
                chosen.isEmpty()
                        ? Messages.text("organizations.membership.nobody", typed)
                        : Messages.text(
                                "organizations.membership.many",
                                typed,
                                chosen.stream().map(Organization::fullName).collect(Collectors.joining("; "))));
        return null;
    }

    private JteModel page(Organization here, FormInput form) {
        List<Option> directions = here.kind() == OrganizationKind.COMUNE ? List.of(ENTERS) : List.of(TAKES_IN, ENTERS);
        return templates.organizationsMembership(form, here.fullName(), "/gestione/enti/" + here.id(), directions);
    }

    private JteModel endPage(OrganizationId id, long membership, FormInput form) {
        Membership ending = organizations.membership(id, membership);
        return templates.organizationsMembershipEnd(
                form,
                organizations.get(id).fullName(),
                "/gestione/enti/" + id,
                "/gestione/enti/" + id + "/appartenenze/" + membership + "/fine",
                ending.member().name() + " in " + ending.aggregation().name());
    }
}
