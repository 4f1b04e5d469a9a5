// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.access.WorkingBody;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person of several bodies says for which one it works now. */
@Controller
@AllowedTo(Role.REFERENTE)
class WorkingBodyController {

    /** Pages of the area: nobody is led elsewhere by an address that somebody else wrote. */
    private static final Pattern WITHIN = Pattern.compile("/area(?:[/?][\\w/?=&%.+-]*)?");

    private final Templates templates;
    private final Organizations organizations;
    private final WorkingBody working;

    WorkingBodyController(Templates templates, Organizations organizations, WorkingBody working) {
        this.templates = templates;
        this.organizations = organizations;
        this.working = working;
    }

    @GetMapping(WorkingBody.ADDRESS)
    JteModel show(@RequestParam(defaultValue = "") String poi, SignedIn person) {
        return page(FormInput.empty().with("poi", poi).with("body", person.organization()), person);
    }

    @PostMapping(WorkingBody.ADDRESS)
    Object choose(
            FormInput form,
            SignedIn person,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Long chosen = form.integer("body");
        if (chosen == null || !person.bodies().contains(chosen)) {
            form.reject("body", Messages.text("organizations.working-body"));
            return Answer.refused(page(form, person));
        }
        String name = organizations.get(new OrganizationId(chosen)).fullName();
        working.choose(person, chosen, name, request, response);
        flash.addFlashAttribute("notice", "Ora lavori per " + name + ".");
        String after = form.typed("poi");
        return "redirect:" + (WITHIN.matcher(after).matches() ? after : "/area");
    }

    private JteModel page(FormInput form, SignedIn person) {
        List<Option> bodies = organizations
                .all(person.bodies().stream().map(OrganizationId::new).toList())
                .stream()
                .map(one -> new Option(one.id().toString(), one.fullName()))
                .toList();
        return templates.organizationsWorkingBody(
                form,
                WorkingBody.ADDRESS,
                Stream.concat(Stream.of(new Option("", "Scegli…")), bodies.stream())
                        .toList());
    }
}
