// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a body, and the forms that write it. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class OrganizationController {

    private final Templates templates;
    private final Organizations organizations;
    private final BodyPages pages;

    OrganizationController(Templates templates, Organizations organizations, BodyPages pages) {
        this.templates = templates;
        this.organizations = organizations;
        this.pages = pages;
    }

    @GetMapping("/gestione/enti/{id:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel show(@PathVariable OrganizationId id, SignedIn person) {
        return templates.organizationsShow(pages.of(id, Writers.isOne(person)));
    }

    @GetMapping("/gestione/enti/nuovo")
    JteModel blank() {
        return form(FormInput.empty());
    }

    @PostMapping("/gestione/enti")
    Object add(FormInput form, RedirectAttributes flash) {
        OrganizationDetails details = OrganizationForm.read(form);
        if (details == null) {
            return Answer.refused(form(form));
        }
        try {
            OrganizationId id = organizations.add(details);
            flash.addFlashAttribute("notice", "Ente inserito. Ora puoi aggiungere dati, persone e appartenenze.");
            return "redirect:/gestione/enti/" + id;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(form(form));
        }
    }

    @GetMapping("/gestione/enti/{id:\\d+}/modifica")
    JteModel edit(@PathVariable OrganizationId id) {
        Organization organization = organizations.get(id);
        return form(organization, OrganizationForm.of(organization), Map.of());
    }

    @PostMapping("/gestione/enti/{id:\\d+}/modifica")
    Object change(@PathVariable OrganizationId id, FormInput form, RedirectAttributes flash) {
        OrganizationDetails details = OrganizationForm.read(form);
        Long version = form.integer("version");
        if (details == null || version == null) {
            return Answer.refused(form(organizations.get(id), form, Map.of()));
        }
        try {
            organizations.change(id, details, version.intValue());
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(form(organizations.get(id), form, Map.of()));
        } catch (OptimisticLockingFailureException conflict) {
            return bothTexts(id, form);
        }
        flash.addFlashAttribute("notice", "Modifiche salvate.");
        return "redirect:/gestione/enti/" + id;
    }

    /** What the second editor typed stays in the fields; what the first one saved stands beside each that differs. */
    private Answer bothTexts(OrganizationId id, FormInput form) {
        Organization saved = organizations.get(id);
        form.changedMeanwhile("organizations.changed-meanwhile", saved.version());
        return Answer.refused(form(saved, form, OrganizationForm.of(saved).values()));
    }

    private JteModel form(FormInput form) {
        return templates.organizationsForm(
                form, "Nuovo ente", "/gestione/enti", "/gestione/enti", OrganizationList.kinds(), Map.of());
    }

    private JteModel form(Organization organization, FormInput form, Map<String, String> theirs) {
        String page = "/gestione/enti/" + organization.id();
        return templates.organizationsForm(
                form,
                "Modifica " + organization.fullName(),
                page + "/modifica",
                page,
                OrganizationList.kinds(),
                theirs);
    }
}
