// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.Membership;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.OverseerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which Unioni see the tickets of their members: the coordinator says where the convention allows it. */
@Controller
@AllowedTo(Role.COORDINATORE)
class OverseerSettingsController {

    static final String ADDRESS = Addresses.SETTINGS + "/unioni";

    private final Templates templates;
    private final Overseers overseers;

    OverseerSettingsController(Templates templates, Overseers overseers) {
        this.templates = templates;
        this.overseers = overseers;
    }

    @GetMapping(ADDRESS)
    JteModel show() {
        return page(FormInput.empty());
    }

    @PostMapping(ADDRESS)
    Object allow(FormInput form, RedirectAttributes flash) {
        Long unione = form.integer("organization");
        if (unione == null) {
            form.reject("organization", Messages.text("tickets.overseer.organization"));
        } else {
            try {
                overseers.allow(new OrganizationId(unione), form.typed("basis"));
                flash.addFlashAttribute("notice", "Salvato: le sue persone vedono i ticket dei membri.");
                return "redirect:" + ADDRESS;
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(page(form));
    }

    @PostMapping(ADDRESS + "/{unione:\\d+}/fine")
    String stop(@PathVariable OrganizationId unione, RedirectAttributes flash) {
        overseers.stop(unione);
        flash.addFlashAttribute("notice", "Salvato: non vede più i ticket dei membri.");
        return "redirect:" + ADDRESS;
    }

    private JteModel page(FormInput form) {
        Map<OrganizationId, String> allowed = overseers.allowed();
        List<Option> choices = new ArrayList<>();
        choices.add(new Option("", "Scegli…"));
        List<OverseerLine> lines = new ArrayList<>();
        for (Membership.Member one : overseers.aggregations()) {
            choices.add(new Option(one.id().toString(), one.name()));
            if (allowed.containsKey(one.id())) {
                lines.add(new OverseerLine(
                        one.name(), Objects.requireNonNull(allowed.get(one.id())), ADDRESS + "/" + one.id() + "/fine"));
            }
        }
        return templates.ticketsOverseers(form, ADDRESS, choices, lines);
    }
}
