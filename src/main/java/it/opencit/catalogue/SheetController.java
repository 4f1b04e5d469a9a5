// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.catalogue.pages.SheetFormPage;
import it.opencit.documents.Documents;
import it.opencit.documents.StoredFile;
import it.opencit.documents.Upload;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sheet of a service as it is written, and its attachments. */
@Controller
@RequestMapping(Addresses.OFFERINGS + "/{id:\\d+}")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.REDATTORE})
class SheetController {

    private final Templates templates;
    private final Catalogue catalogue;
    private final SheetVersions sheets;
    private final Documents documents;
    private final SheetFiles files;

    SheetController(
            Templates templates, Catalogue catalogue, SheetVersions sheets, Documents documents, SheetFiles files) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.documents = documents;
        this.files = files;
    }

    @GetMapping("/scheda")
    JteModel form(@PathVariable OfferingId id) {
        catalogue.get(id);
        return page(id, SheetForm.of(sheets.latest(id)), Map.of());
    }

    @PostMapping("/scheda")
    Object change(@PathVariable OfferingId id, FormInput form, SignedIn person, RedirectAttributes flash) {
        catalogue.get(id);
        ServiceSheet sheet = SheetForm.read(id, form);
        String note = SheetForm.note(form);
        Map<String, String> theirs = Map.of();
        if (form.isValid()) {
            try {
                if (form.typed("then").equals("PUBLISHED")) {
                    sheets.publish(sheet, person.displayName(), note);
                    flash.addFlashAttribute("notice", "Scheda salvata e pubblicata: il pubblico la legge già.");
                    return "redirect:" + Addresses.of(id);
                }
                sheets.draft(sheet, person.displayName(), note);
                flash.addFlashAttribute("notice", "Bozza salvata. Il pubblico legge ancora la scheda di prima.");
                return "redirect:" + Addresses.versions(id);
            } catch (OptimisticLockingFailureException e) {
                ServiceSheet saved = sheets.latest(id);
                theirs = SheetForm.of(saved).values();
                form.changedMeanwhile("catalogue.changed-meanwhile", saved.version());
            }
        }
        return Answer.refused(page(id, form, theirs));
    }

    @GetMapping("/allegati/nuovo")
    JteModel attachmentForm(@PathVariable OfferingId id) {
        return attachmentPage(id, FormInput.empty());
    }

    @PostMapping("/allegati/nuovo")
    Object attach(
            @PathVariable OfferingId id,
            FormInput form,
            @RequestParam("file") @Nullable MultipartFile chosen,
            RedirectAttributes flash) {
        List<Upload> uploads = chosen == null ? List.of() : Upload.from(chosen);
        if (uploads.isEmpty()) {
            form.reject("file", Messages.text("catalogue.attachment.file"));
        }
        if (form.isValid()) {
            try {
                files.attach(id, uploads.getFirst(), form.textOrEmpty("title"));
                flash.addFlashAttribute("notice", "Allegato aggiunto.");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject("file", refusal.inItalian());
            }
        }
        return Answer.refused(attachmentPage(id, form));
    }

    @GetMapping("/allegati/{attachment:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    ResponseEntity<InputStreamResource> download(@PathVariable OfferingId id, @PathVariable long attachment) {
        StoredFile file = catalogue.sheet(id).attachments().stream()
                .filter(each -> each.id() == attachment)
                .findFirst()
                .flatMap(each -> documents.find(each.file()))
                .orElseThrow(() -> new NotFound("Attachment " + attachment));
        return documents.download(file);
    }

    @PostMapping("/allegati/{attachment:\\d+}/rimozione")
    String detach(@PathVariable OfferingId id, @PathVariable long attachment, RedirectAttributes flash) {
        catalogue.detach(id, attachment);
        flash.addFlashAttribute("notice", "Allegato tolto dalla scheda.");
        return "redirect:" + Addresses.of(id);
    }

    private JteModel page(OfferingId id, FormInput form, Map<String, String> theirs) {
        List<Option> levels = Arrays.stream(OnlineLevel.values())
                .map(level -> new Option(Integer.toString(level.number()), level.label()))
                .toList();
        return templates.catalogueSheetForm(new SheetFormPage(
                form,
                Addresses.of(id),
                catalogue.get(id).title(),
                theirs,
                Choices.optional("Non indicato", levels),
                Arrays.stream(SheetBlock.values())
                        .map(block -> new SheetFormPage.English(block.field(), block.label(), block.isLine()))
                        .toList()));
    }

    private JteModel attachmentPage(OfferingId id, FormInput form) {
        return templates.catalogueAttachment(
                form, Addresses.of(id), catalogue.get(id).title());
    }
}
