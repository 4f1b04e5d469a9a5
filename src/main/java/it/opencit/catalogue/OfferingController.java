// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The services of the catalogue: list, page, form. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class OfferingController {

    private static final String NEW = Addresses.OFFERINGS + "/nuovo";

    private final Templates templates;
    private final Catalogue catalogue;
    private final OfferingList list;
    private final OfferingPages pages;
    private final OfferingForm forms;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    OfferingController(
            Templates templates,
            Catalogue catalogue,
            OfferingList list,
            OfferingPages pages,
            OfferingForm forms,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.list = list;
        this.pages = pages;
        this.forms = forms;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(Addresses.OFFERINGS)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.catalogueOfferings(lists.page(list.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.OFFERINGS + "/catalogo-dei-servizi.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(Addresses.OFFERINGS + "/{id:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    JteModel show(@PathVariable OfferingId id, SignedIn person) {
        return templates.catalogueOffering(pages.of(id, person));
    }

    @GetMapping(NEW)
    JteModel newForm() {
        FormInput form = FormInput.empty()
                .with("membersOnly", "si")
                .with("fee", FeeKind.YEARLY)
                .with("continuation", Continuation.CONFIRMED)
                .with("sharing", AllowanceSharing.EACH)
                .with("offeredFrom", LocalDate.now(clock));
        return page(form, NEW, "Nuovo servizio", Map.of());
    }

    @PostMapping(NEW)
    Object add(FormInput form, RedirectAttributes flash) {
        OfferingDetails details = forms.read(form);
        try {
            if (details != null) {
                OfferingId id = catalogue.add(details);
                flash.addFlashAttribute(
                        "notice", "Servizio aggiunto: ora completa la scheda e il modulo di richiesta.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(page(form, NEW, "Nuovo servizio", Map.of()));
    }

    @GetMapping(Addresses.OFFERINGS + "/{id:\\d+}/modifica")
    JteModel editForm(@PathVariable OfferingId id) {
        Offering offering = catalogue.get(id);
        return page(OfferingForm.of(offering), Addresses.of(id) + "/modifica", offering.title(), Map.of());
    }

    @PostMapping(Addresses.OFFERINGS + "/{id:\\d+}/modifica")
    Object change(@PathVariable OfferingId id, FormInput form, RedirectAttributes flash) {
        OfferingDetails details = forms.read(form);
        Map<String, String> theirs = Map.of();
        try {
            if (details != null) {
                catalogue.change(new Offering(id, details, form.version()));
                flash.addFlashAttribute("notice", "Servizio salvato.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            Offering saved = catalogue.get(id);
            theirs = OfferingForm.of(saved).values();
            form.changedMeanwhile("catalogue.changed-meanwhile", saved.version());
        }
        return Answer.refused(
                page(form, Addresses.of(id) + "/modifica", catalogue.get(id).title(), theirs));
    }

    private JteModel page(FormInput form, String action, String title, Map<String, String> theirs) {
        return templates.catalogueOfferingForm(forms.page(form, action, title, theirs));
    }
}
