// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.documents.Upload;
import it.opencit.portal.ContentDraft.Attached;
import it.opencit.portal.pages.ContentFormPage;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contents of the portal as their editors list and write them. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class ContentController {

    static final String PORTAL = "/gestione/portale";
    static final String CONTENTS = PORTAL + "/contenuti";
    static final String ONE = CONTENTS + "/{id:\\d+}";

    private final Templates templates;
    private final Contents contents;
    private final Pictures pictures;
    private final Documents documents;
    private final Lists lists;
    private final Exports exports;

    ContentController(
            Templates templates,
            Contents contents,
            Pictures pictures,
            Documents documents,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.contents = contents;
        this.pictures = pictures;
        this.documents = documents;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(PORTAL)
    JteModel list(ListRequest request) {
        return templates.portalContents(
                lists.page(ContentList.listing(), request),
                ContentList.options(ContentKind.values(), ContentKind::label));
    }

    @GetMapping(PORTAL + "/contenuti.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(ContentList.listing(), request, format, response);
    }

    @GetMapping(CONTENTS + "/nuovo")
    JteModel fresh(@RequestParam(defaultValue = "NEWS") ContentKind tipo) {
        FormInput form = FormInput.empty().with("weight", 100).with("section", Section.CIT);
        return form(null, tipo, form, List.of(), Map.of());
    }

    @PostMapping(CONTENTS + "/nuovo")
    Object add(
            @RequestParam ContentKind tipo,
            FormInput form,
            @RequestParam(name = "file", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        List<Attached> attachments = attachments(form, Set.of(), files, person);
        ContentDraft draft = ContentForm.read(form, tipo, attachments);
        Section section = section(form, tipo);
        int weight = ContentForm.weight(form);
        try {
            if (form.isValid()) {
                checkPicture(draft);
                String slug = form.textOrEmpty("slug");
                ContentId id = slug.isEmpty()
                        ? contents.addAtFree(
                                tipo,
                                section,
                                ContentForm.slug(draft.italian().title()),
                                weight,
                                draft,
                                person.displayName())
                        : contents.add(tipo, section, slug, weight, draft, person.displayName());
                return saved(id, form, flash);
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(form(null, tipo, form, attachments, Map.of()));
    }

    @GetMapping(ONE + "/modifica")
    JteModel edit(@PathVariable ContentId id) {
        Content content = contents.get(id);
        ContentDraft draft = contents.version(id, content.latest()).draft();
        return form(content, content.kind(), ContentForm.of(content, draft), draft.attachments(), Map.of());
    }

    @PostMapping(ONE + "/modifica")
    Object change(
            @PathVariable ContentId id,
            FormInput form,
            @RequestParam(name = "file", required = false) MultipartFile @Nullable [] files,
            SignedIn person,
            RedirectAttributes flash) {
        Content content = contents.get(id);
        List<Attached> attachments = attachments(form, contents.files(id), files, person);
        ContentDraft draft = ContentForm.read(form, content.kind(), attachments);
        Section section = section(form, content.kind());
        int weight = ContentForm.weight(form);
        Map<String, String> theirs = Map.of();
        try {
            if (form.isValid()) {
                checkPicture(draft);
                String slug = form.textOrEmpty("slug");
                contents.save(
                        content.edited(section, slug.isEmpty() ? content.slug() : slug, weight, form.version()),
                        draft,
                        person.displayName(),
                        ContentForm.note(form));
                return saved(id, form, flash);
            }
        } catch (OptimisticLockingFailureException e) {
            Content now = contents.get(id);
            form.changedMeanwhile("portal.changed-meanwhile", now.version());
            theirs = ContentForm.of(now, contents.version(id, now.latest()).draft())
                    .values();
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(form(content, content.kind(), form, attachments, theirs));
    }

    /** The text is saved; what else was asked with it may still be refused, and then it stays a draft. */
    private String saved(ContentId id, FormInput form, RedirectAttributes flash) {
        String then = form.textOrEmpty("then");
        try {
            switch (then) {
                case "REVIEW" -> {
                    contents.move(contents.get(id), ContentState.REVIEW, null);
                    flash.addFlashAttribute("notice", "Salvato e mandato in revisione.");
                }
                case "PUBLISHED" -> {
                    contents.move(contents.get(id), ContentState.PUBLISHED, null);
                    flash.addFlashAttribute("notice", "Salvato e pubblicato: il pubblico lo legge già.");
                }
                default -> flash.addFlashAttribute("notice", "Salvato. Il pubblico non vede ancora la bozza.");
            }
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", "Il testo è salvato. " + refusal.inItalian());
        }
        return "redirect:" + CONTENTS + "/" + id;
    }

    private static @Nullable Section section(FormInput form, ContentKind kind) {
        if (kind != ContentKind.PAGE) {
            return null;
        }
        Section section = form.choice("section", Section.class);
        if (section == null) {
            form.reject("section", Messages.text("portal.content.section"));
        }
        return section;
    }

    private void checkPicture(ContentDraft draft) {
        Long picture = draft.picture();
        if (picture != null && pictures.find(picture).isEmpty()) {
            throw Refusal.inField("picture", "portal.content.picture");
        }
    }

    /** The files that stay, and those that come. What came is kept also when the form is refused. */
    private List<Attached> attachments(
            FormInput form, Set<FileId> known, MultipartFile @Nullable [] files, SignedIn person) {
        Set<FileId> mayStay = new HashSet<>(known);
        List<FileId> named = form.all("attached").stream()
                .filter(number -> number.matches("\\d{1,18}"))
                .map(FileId::valueOf)
                .toList();
        documents.find(named).stream()
                .filter(file -> file.uploadedBy().equals(person.username()))
                .map(StoredFile::id)
                .forEach(mayStay::add);
        List<Attached> attachments = new ArrayList<>(ContentForm.attachments(form, mayStay));
        for (Upload upload : files == null ? List.<Upload>of() : Upload.from(files)) {
            try {
                String title = upload.name().replaceFirst("\\.[^.]{1,5}$", "");
                attachments.add(new Attached(documents.store(upload), title));
            } catch (Refusal refusal) {
                form.reject("file", refusal.inItalian());
            }
        }
        return attachments;
    }

    private JteModel form(
            @Nullable Content before,
            ContentKind kind,
            FormInput form,
            List<Attached> attachments,
            Map<String, String> theirs) {
        Map<FileId, StoredFile> files = documents
                .find(attachments.stream().map(Attached::file).toList())
                .stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        List<ContentFormPage.Attachment> shown = attachments.stream()
                .filter(one -> files.containsKey(one.file()))
                .map(one -> new ContentFormPage.Attachment(
                        one.file().toString(),
                        one.title(),
                        java.util.Objects.requireNonNull(files.get(one.file())).name()))
                .toList();
        return templates.portalContentForm(new ContentFormPage(
                before == null ? titleOf(kind) : "Modifica: " + before.title(),
                kind.name(),
                before == null ? CONTENTS + "/nuovo?tipo=" + kind.name() : CONTENTS + "/" + before.id() + "/modifica",
                before == null ? PORTAL : CONTENTS + "/" + before.id(),
                kind == ContentKind.PAGE ? "della sezione" : kind.address() + "/",
                form,
                theirs,
                ContentList.options(Section.values(), Section::label),
                withNone(
                        "Non si dice", ContentList.options(ProjectDetails.State.values(), ProjectDetails.State::label)),
                withNone("Nessuna", choosable(form)),
                shown));
    }

    private static String titleOf(ContentKind kind) {
        return switch (kind) {
            case PAGE -> "Nuova pagina";
            case NEWS -> "Nuova notizia";
            case EVENT -> "Nuovo evento";
            case PROJECT -> "Nuovo progetto";
        };
    }

    /** The latest pictures, and the one that is there. */
    private List<Option> choosable(FormInput form) {
        List<Picture> latest = new ArrayList<>(pictures.choosable());
        String chosen = form.textOrEmpty("picture");
        if (chosen.matches("\\d{1,18}")
                && latest.stream().noneMatch(one -> Long.toString(one.id()).equals(chosen))) {
            pictures.find(Long.parseLong(chosen)).ifPresent(latest::addFirst);
        }
        return latest.stream()
                .map(one -> new Option(Long.toString(one.id()), one.words()))
                .toList();
    }

    private static List<Option> withNone(String label, List<Option> options) {
        List<Option> all = new ArrayList<>(List.of(new Option("", label)));
        all.addAll(options);
        return all;
    }
}
