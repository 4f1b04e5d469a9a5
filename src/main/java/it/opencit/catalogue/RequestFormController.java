// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.catalogue.pages.RequestFormPage;
import it.opencit.catalogue.pages.RequestFormView;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormFields;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a service asks in its request form: the fields of today, and the versions that were. */
@Controller
@RequestMapping(Addresses.OFFERINGS + "/{id:\\d+}/modulo")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class RequestFormController {

    private final Templates templates;
    private final Catalogue catalogue;

    RequestFormController(Templates templates, Catalogue catalogue) {
        this.templates = templates;
        this.catalogue = catalogue;
    }

    @GetMapping
    JteModel edit(@PathVariable OfferingId id) {
        RequestForm current = catalogue.form(id);
        return page(id, FormFields.fill(FormInput.empty().with("version", current.version()), current.fields()));
    }

    @PostMapping
    Object change(@PathVariable OfferingId id, FormInput form, RedirectAttributes flash) {
        List<FormField> fields = FormFields.read(form);
        if (form.isValid()) {
            try {
                int now = catalogue.changeForm(id, fields, form.version());
                flash.addFlashAttribute("notice", "Modulo salvato: da ora vale la versione " + now + ".");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (OptimisticLockingFailureException e) {
                int now = catalogue.form(id).version();
                form.reject("", Messages.text("catalogue.form.changed-meanwhile", now));
                form.with("version", now);
            }
        }
        return Answer.refused(page(id, form));
    }

    /** A version as it was: requests made with it are read with it. */
    @GetMapping("/{version:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel show(@PathVariable OfferingId id, @PathVariable int version) {
        RequestFormStore.Written written = catalogue.formVersions(id).stream()
                .filter(each -> each.form().version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("Form of offering " + id + ", version " + version));
        return templates.catalogueRequestFormView(
                new RequestFormView(
                        Addresses.of(id),
                        catalogue.get(id).title(),
                        version,
                        "Scritta il " + Italian.moment(written.at()) + " da " + written.by(),
                        written.form().fields().stream()
                                .map(OfferingPages::line)
                                .toList()),
                written.form().fields());
    }

    private JteModel page(OfferingId id, FormInput form) {
        return templates.catalogueRequestForm(new RequestFormPage(
                form,
                Addresses.of(id),
                catalogue.get(id).title(),
                catalogue.form(id).version(),
                FormFields.numbers(form),
                FormFields.types()));
    }
}
