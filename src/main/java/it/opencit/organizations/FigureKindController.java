// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.pages.FigureKindLine;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of figures of the centre. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class FigureKindController {

    private final Templates templates;
    private final Organizations organizations;

    FigureKindController(Templates templates, Organizations organizations) {
        this.templates = templates;
        this.organizations = organizations;
    }

    @GetMapping("/gestione/enti/indicatori")
    JteModel list() {
        return page(FormInput.empty());
    }

    @PostMapping("/gestione/enti/indicatori")
    Object add(FormInput form, RedirectAttributes flash) {
        String code = form.textOrEmpty("code").toUpperCase(Locale.ROOT).replace(' ', '_');
        if (!code.matches("[A-Z][A-Z0-9_]{0,39}")) {
            form.reject("code", Messages.text("organizations.figure-kind.code"));
        }
        var kind = new FigureKind(
                code,
                form.required("label", "organizations.figure-kind.label"),
                form.required("unit", "organizations.figure-kind.unit"));
        if (form.isValid()) {
            try {
                organizations.add(kind);
                flash.addFlashAttribute("notice", "Indicatore aggiunto: ora gli enti possono averne i valori.");
                return "redirect:/gestione/enti/indicatori";
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(page(form));
    }

    private JteModel page(FormInput form) {
        return templates.organizationsFigureKinds(
                form,
                organizations.figureKinds().stream()
                        .map(kind -> new FigureKindLine(kind.code(), kind.label(), kind.unit()))
                        .toList());
    }
}
