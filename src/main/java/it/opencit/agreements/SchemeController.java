// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The schemes of convention a centre offers. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class SchemeController {

    private final Templates templates;
    private final Agreements agreements;
    private final SchemeList list;
    private final Lists lists;
    private final Exports exports;

    SchemeController(Templates templates, Agreements agreements, SchemeList list, Lists lists, Exports exports) {
        this.templates = templates;
        this.agreements = agreements;
        this.list = list;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(Addresses.SCHEMES)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.agreementsSchemes(lists.page(list.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.SCHEMES + "/schemi-di-convenzione.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(Addresses.SCHEMES + "/{id:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable SchemeId id, SignedIn person) {
        return templates.agreementsScheme(get(id), Addresses.of(id), Writers.include(person));
    }

    @GetMapping(Addresses.SCHEMES + "/nuovo")
    JteModel newForm() {
        return page(
                FormInput.empty()
                        .with("kind", AgreementKind.CONVENZIONE_ART_30_TUEL)
                        .with("renewal", RenewalMode.EXPRESS),
                Addresses.SCHEMES + "/nuovo",
                Map.of());
    }

    @PostMapping(Addresses.SCHEMES + "/nuovo")
    Object add(FormInput form, RedirectAttributes flash) {
        Scheme scheme = SchemeForm.read(form);
        try {
            if (scheme != null) {
                SchemeId id = agreements.addScheme(scheme);
                flash.addFlashAttribute("notice", "Schema aggiunto: ora gli enti possono aderire.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(page(form, Addresses.SCHEMES + "/nuovo", Map.of()));
    }

    @GetMapping(Addresses.SCHEMES + "/{id:\\d+}/modifica")
    JteModel editForm(@PathVariable SchemeId id) {
        return page(SchemeForm.of(get(id)), Addresses.of(id) + "/modifica", Map.of());
    }

    @PostMapping(Addresses.SCHEMES + "/{id:\\d+}/modifica")
    Object change(@PathVariable SchemeId id, FormInput form, RedirectAttributes flash) {
        Scheme scheme = SchemeForm.read(form);
        Map<String, String> theirs = Map.of();
        try {
            if (scheme != null) {
                agreements.changeScheme(new StoredScheme(id, scheme, form.version()));
                flash.addFlashAttribute("notice", "Schema salvato.");
                return "redirect:" + Addresses.of(id);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            StoredScheme saved = get(id);
            theirs = SchemeForm.of(saved).values();
            form.changedMeanwhile("agreements.changed-meanwhile", saved.version());
        }
        return Answer.refused(page(form, Addresses.of(id) + "/modifica", theirs));
    }

    private StoredScheme get(SchemeId id) {
        return agreements.scheme(id).orElseThrow(() -> new NotFound("Scheme " + id));
    }

    private JteModel page(FormInput form, String action, Map<String, String> theirs) {
        List<Option> kinds = Arrays.stream(AgreementKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
        List<Option> renewals = Arrays.stream(RenewalMode.values())
                .map(renewal -> new Option(renewal.name(), renewal.label()))
                .toList();
        return templates.agreementsSchemeForm(form, action, theirs, kinds, renewals);
    }
}
