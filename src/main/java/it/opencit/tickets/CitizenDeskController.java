// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Links;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether citizens may ask without an account: the coordinator decides. */
@Controller
@AllowedTo(Role.COORDINATORE)
class CitizenDeskController {

    static final String ADDRESS = Addresses.SETTINGS + "/cittadini";

    private final Templates templates;
    private final CitizenDesk desk;
    private final Organizations organizations;
    private final Links links;

    CitizenDeskController(Templates templates, CitizenDesk desk, Organizations organizations, Links links) {
        this.templates = templates;
        this.desk = desk;
        this.organizations = organizations;
        this.links = links;
    }

    @GetMapping(ADDRESS)
    JteModel show() {
        FormInput form = FormInput.empty();
        desk.settings()
                .ifPresent(settings -> form.with("open", settings.open() ? "si" : null)
                        .with("organization", settings.body())
                        .with("questions", settings.questions()));
        return page(form);
    }

    @PostMapping(ADDRESS)
    Object save(FormInput form, RedirectAttributes flash) {
        Long body = form.integer("organization");
        if (body == null) {
            form.reject("organization", Messages.text("tickets.citizen.organization"));
        } else {
            try {
                desk.decide(new CitizenDesk.Settings(
                        form.isChecked("open"), new OrganizationId(body), form.textOrEmpty("questions")));
                flash.addFlashAttribute("notice", "Salvato.");
                return "redirect:" + ADDRESS;
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(page(form));
    }

    private JteModel page(FormInput form) {
        List<Option> bodies = new ArrayList<>();
        bodies.add(new Option("", "Scegli…"));
        organizations.all().forEach(body -> bodies.add(new Option(body.id().toString(), body.fullName())));
        List<Option> questions = new ArrayList<>();
        questions.add(new Option("", Messages.text("tickets.question.category.own")));
        desk.offered().forEach(one -> questions.add(new Option(one.code(), one.title())));
        return templates.ticketsCitizenDesk(
                form,
                ADDRESS,
                bodies,
                questions,
                desk.categories().stream().map(Category::title).toList(),
                desk.settings().filter(CitizenDesk.Settings::open).isPresent()
                        ? links.to(CitizenController.REPORT)
                        : "");
    }
}
