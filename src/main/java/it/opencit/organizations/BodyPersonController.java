// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.BodyPersonStore.Stored;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of a body: added, changed, ended by writing the last day of the term. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class BodyPersonController {

    private static final List<Option> ROLES = Arrays.stream(PersonRole.values())
            .map(role -> new Option(role.name(), role.label()))
            .toList();

    private static final int LONGEST_OFFICE = 200;

    private final Templates templates;
    private final Organizations organizations;

    BodyPersonController(Templates templates, Organizations organizations) {
        this.templates = templates;
        this.organizations = organizations;
    }

    @GetMapping("/gestione/enti/{id:\\d+}/persone/nuova")
    JteModel blank(@PathVariable OrganizationId id) {
        return page(id, "", FormInput.empty(), Map.of());
    }

    @PostMapping("/gestione/enti/{id:\\d+}/persone")
    Object add(@PathVariable OrganizationId id, FormInput form, RedirectAttributes flash) {
        BodyPerson person = read(form);
        if (person == null) {
            return Answer.refused(page(id, "", form, Map.of()));
        }
        organizations.add(id, person);
        flash.addFlashAttribute("notice", person.name() + " aggiunto alle persone dell'ente.");
        return "redirect:/gestione/enti/" + id;
    }

    @GetMapping("/gestione/enti/{id:\\d+}/persone/{person:\\d+}")
    JteModel edit(@PathVariable OrganizationId id, @PathVariable long person) {
        return page(id, "/" + person, formOf(organizations.person(id, person)), Map.of());
    }

    @PostMapping("/gestione/enti/{id:\\d+}/persone/{person:\\d+}")
    Object change(
            @PathVariable OrganizationId id, @PathVariable long person, FormInput form, RedirectAttributes flash) {
        BodyPerson typed = read(form);
        Long version = form.integer("version");
        if (typed == null || version == null) {
            return Answer.refused(page(id, "/" + person, form, Map.of()));
        }
        try {
            organizations.change(id, person, typed, version.intValue());
        } catch (OptimisticLockingFailureException conflict) {
            Stored saved = organizations.person(id, person);
            form.changedMeanwhile("organizations.changed-meanwhile", saved.version());
            return Answer.refused(page(id, "/" + person, form, formOf(saved).values()));
        }
        flash.addFlashAttribute("notice", "Modifiche salvate.");
        return "redirect:/gestione/enti/" + id;
    }

    private JteModel page(OrganizationId id, String person, FormInput form, Map<String, String> theirs) {
        Organization organization = organizations.get(id);
        String address = "/gestione/enti/" + id;
        return templates.organizationsPerson(
                form, organization.fullName(), address, address + "/persone" + person, ROLES, theirs);
    }

    private static FormInput formOf(Stored stored) {
        BodyPerson person = stored.person();
        return FormInput.empty()
                .with("role", person.role())
                .with("name", person.name())
                .with("email", person.email())
                .with("phone", person.phone())
                .with("office", person.office())
                .with("from", person.term().from())
                .with("to", person.term().to())
                .with("version", stored.version());
    }

    private static @Nullable BodyPerson read(FormInput form) {
        PersonRole role = form.choice("role", PersonRole.class);
        if (role == null) {
            form.reject("role", Messages.text("organizations.person.role"));
        }
        String name = form.required("name", "organizations.person.name");
        String email = form.textOrEmpty("email");
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            form.reject("email", Messages.text("organizations.person.email", email));
        }
        String office = form.textOrEmpty("office");
        if (office.length() > LONGEST_OFFICE) {
            form.reject("office", Messages.text("organizations.person.office", LONGEST_OFFICE));
        }
        var term = Periods.read(form);
        return role == null || term == null || !form.isValid()
                ? null
                : new BodyPerson(role, name, email, form.textOrEmpty("phone"), office, term);
    }
}
