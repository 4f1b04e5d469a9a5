// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accessions of a centre: the list, a new one, everything about one, its files. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class AccessionController {

    private final Templates templates;
    private final AccessionList list;
    private final AccessionDetails details;
    private final Accessions accessions;
    private final Agreements agreements;
    private final Organizations organizations;
    private final Lists lists;
    private final Exports exports;

    AccessionController(
            Templates templates,
            AccessionList list,
            AccessionDetails details,
            Accessions accessions,
            Agreements agreements,
            Organizations organizations,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.list = list;
        this.details = details;
        this.accessions = accessions;
        this.agreements = agreements;
        this.organizations = organizations;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(Addresses.ACCESSIONS)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.agreementsAccessions(
                lists.page(list.listing(), list.rows(request), request), Writers.include(person));
    }

    @GetMapping(Addresses.ACCESSIONS + "/convenzioni-erogate.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), list.rows(request), request, format, response);
    }

    @GetMapping(Addresses.ACCESSIONS + "/{id}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable AccessionId id, SignedIn person) {
        return templates.agreementsAccession(details.page(id, Writers.include(person)));
    }

    @GetMapping(Addresses.ACCESSIONS + "/nuova")
    JteModel form(
            @RequestParam(name = "ente", required = false) @Nullable Long organization,
            @RequestParam(name = "schema", required = false) @Nullable Long scheme) {
        return form(FormInput.empty().with("organization", organization).with("scheme", scheme));
    }

    @PostMapping(Addresses.ACCESSIONS + "/nuova")
    Object open(FormInput form, RedirectAttributes flash) {
        Long organization = form.integer("organization");
        Long scheme = form.integer("scheme");
        if (organization == null) {
            form.reject("organization", Messages.text("agreements.accession.organization"));
        }
        if (scheme == null) {
            form.reject("scheme", Messages.text("agreements.accession.scheme"));
        }
        if (organization == null || scheme == null || !form.isValid()) {
            return Answer.refused(form(form));
        }
        try {
            AccessionId id =
                    accessions.open(new SchemeId(scheme), new OrganizationId(organization), form.textOrEmpty("notes"));
            flash.addFlashAttribute("notice", "Bozza aperta: ora registra la delibera dell'ente.");
            return "redirect:" + Addresses.of(id);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(form(form));
        }
    }

    @PostMapping(Addresses.ACCESSIONS + "/{id}/eliminazione")
    String remove(@PathVariable AccessionId id, RedirectAttributes flash) {
        accessions.remove(id);
        flash.addFlashAttribute("notice", "Bozza eliminata.");
        return "redirect:" + Addresses.ACCESSIONS;
    }

    @GetMapping(Addresses.ACCESSIONS + "/{id}/documenti")
    JteModel documentForm(@PathVariable AccessionId id) {
        return documentForm(id, FormInput.empty());
    }

    @PostMapping(Addresses.ACCESSIONS + "/{id}/documenti")
    Object attach(
            @PathVariable AccessionId id,
            FormInput form,
            @RequestParam("file") @Nullable MultipartFile chosen,
            RedirectAttributes flash) {
        DocumentRole role = form.choice("role", DocumentRole.class);
        if (role == null) {
            form.reject("role", Messages.text("agreements.document.role"));
        }
        List<Upload> files = chosen == null ? List.of() : Upload.from(chosen);
        if (files.isEmpty()) {
            form.reject("file", Messages.text("agreements.document.file"));
        }
        if (role == null || !form.isValid()) {
            return Answer.refused(documentForm(id, form));
        }
        try {
            accessions.attach(id, new Attached(role, files.getFirst()));
        } catch (Refusal refusal) {
            form.reject("file", refusal.inItalian());
            return Answer.refused(documentForm(id, form));
        }
        flash.addFlashAttribute("notice", "Documento caricato.");
        return "redirect:" + Addresses.of(id);
    }

    private JteModel form(FormInput form) {
        return templates.agreementsAccessionNew(form, organizationOptions(), schemeOptions());
    }

    private JteModel documentForm(AccessionId id, FormInput form) {
        List<Option> roles = Arrays.stream(DocumentRole.values())
                .map(role -> new Option(role.name(), role.label()))
                .toList();
        return templates.agreementsDocument(form, Addresses.of(id), title(id), roles);
    }

    private String title(AccessionId id) {
        return organizations.get(accessions.get(id).organization()).fullName();
    }

    private List<Option> organizationOptions() {
        return Options.withChoice(organizations.all().stream()
                .map(body -> new Option(body.id().toString(), body.fullName()))
                .toList());
    }

    private List<Option> schemeOptions() {
        return Options.withChoice(agreements.schemes().stream()
                .map(scheme ->
                        new Option(scheme.id().toString(), scheme.scheme().title()))
                .toList());
    }
}
