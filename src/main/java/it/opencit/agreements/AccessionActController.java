// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.agreements.pages.ActPage;
import it.opencit.documents.Upload;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts of an accession's life, each at the address of its noun. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class AccessionActController {

    private static final String ONE = Addresses.ACCESSIONS + "/{id}";
    private static final String RENEWAL = ONE + "/rinnovo";

    private final Templates templates;
    private final Accessions accessions;
    private final Agreements agreements;
    private final Organizations organizations;

    AccessionActController(
            Templates templates, Accessions accessions, Agreements agreements, Organizations organizations) {
        this.templates = templates;
        this.accessions = accessions;
        this.agreements = agreements;
        this.organizations = organizations;
    }

    @GetMapping({ONE + "/deliberazione", ONE + "/firma", ONE + "/controfirma", ONE + "/recesso", ONE + "/annullamento"})
    JteModel form(@PathVariable AccessionId id, HttpServletRequest request) {
        Accession accession = accessions.get(id);
        AccessionActKind kind = kind(request);
        if (!accession.state().allowed().contains(kind)) {
            throw new TransitionRefused(accession.state(), kind);
        }
        FormInput form = FormInput.empty().with("version", accession.version());
        Signature signature = accession.state().signature();
        if (kind == AccessionActKind.COUNTERSIGNATURE && signature != null) {
            form.with("from", signature.date()).with("to", accessions.lastDayFrom(accession, signature.date()));
        }
        return page(accession, kind, form);
    }

    @PostMapping({ONE + "/deliberazione", ONE + "/firma", ONE + "/controfirma", ONE + "/recesso", ONE + "/annullamento"
    })
    Object record(
            @PathVariable AccessionId id,
            HttpServletRequest request,
            FormInput form,
            @RequestParam(name = "deliberaFile", required = false) @Nullable MultipartFile delibera,
            @RequestParam(name = "agreementFile", required = false) @Nullable MultipartFile agreement,
            @RequestParam(name = "otherFile", required = false) @Nullable MultipartFile other,
            RedirectAttributes flash) {
        AccessionActKind kind = kind(request);
        Accession accession = accessions.get(id);
        AccessionAct act = ActForm.read(kind, form);
        if (act == null) {
            return Answer.refused(page(accession, kind, form));
        }
        try {
            List<Attached> files = new ArrayList<>();
            add(files, DocumentRole.DELIBERA, delibera);
            add(files, DocumentRole.SIGNED_AGREEMENT, agreement);
            add(files, DocumentRole.OTHER, other);
            accessions.record(id, form.version(), act, files);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(accession, kind, form));
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("shared.changed-meanwhile"));
            return Answer.refused(page(accession, kind, form.with("version", accession.version())));
        }
        flash.addFlashAttribute("notice", "Registrato: " + kind.label() + ".");
        return "redirect:" + Addresses.of(id);
    }

    @GetMapping(RENEWAL)
    JteModel renewalForm(@PathVariable AccessionId id) {
        Accession accession = accessions.get(id);
        return renewalPage(accession, FormInput.empty().with("scheme", accession.scheme()));
    }

    @PostMapping(RENEWAL)
    Object renew(@PathVariable AccessionId id, FormInput form, RedirectAttributes flash) {
        Accession accession = accessions.get(id);
        Long scheme = form.integer("scheme");
        if (scheme == null) {
            form.reject("scheme", Messages.text("agreements.accession.scheme"));
            return Answer.refused(renewalPage(accession, form));
        }
        try {
            AccessionId next = accessions.renew(id, new SchemeId(scheme));
            flash.addFlashAttribute("notice", "Rinnovo aperto: ora registra la delibera dell'ente.");
            return "redirect:" + Addresses.of(next);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(renewalPage(accession, form));
        }
    }

    private JteModel page(Accession accession, AccessionActKind kind, FormInput form) {
        Organization body = organizations.get(accession.organization());
        List<Option> organs = ApprovingBody.of(body.kind()).stream()
                .map(organ -> new Option(organ.name(), organ.label()))
                .toList();
        return templates.agreementsAct(
                form,
                new ActPage(
                        kind,
                        kind.label(),
                        Addresses.of(accession.id()) + "/" + kind.noun(),
                        Addresses.of(accession.id()),
                        body.fullName(),
                        organs));
    }

    private JteModel renewalPage(Accession accession, FormInput form) {
        return templates.agreementsRenewal(
                form,
                Addresses.of(accession.id()),
                organizations.get(accession.organization()).fullName(),
                agreements.schemes().stream()
                        .map(scheme -> new Option(
                                scheme.id().toString(), scheme.scheme().title()))
                        .toList());
    }

    private static void add(List<Attached> files, DocumentRole role, @Nullable MultipartFile chosen) {
        if (chosen != null) {
            Upload.from(chosen).forEach(file -> files.add(new Attached(role, file)));
        }
    }

    /** The last part of the address is the noun of the act. */
    private static AccessionActKind kind(HttpServletRequest request) {
        return Arrays.stream(AccessionActKind.values())
                .filter(kind -> request.getRequestURI().endsWith("/" + kind.noun()))
                .findFirst()
                .orElseThrow(() -> new NotFound(request.getRequestURI()));
    }
}
