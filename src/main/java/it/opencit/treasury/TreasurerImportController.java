// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.documents.Upload;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.TreasurerImportPage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The treasurer's files: chosen, looked at, imported. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class TreasurerImportController {

    private static final String ONE = Addresses.IMPORT + "/{id:\\d+}";

    private final Templates templates;
    private final TreasurerImports imports;
    private final TreasurerImportStore store;

    TreasurerImportController(Templates templates, TreasurerImports imports, TreasurerImportStore store) {
        this.templates = templates;
        this.imports = imports;
        this.store = store;
    }

    @GetMapping(Addresses.IMPORT)
    JteModel choose() {
        return choosePage(FormInput.empty());
    }

    @PostMapping(Addresses.IMPORT)
    Object upload(FormInput form, @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> chosen)
            throws IOException {
        try {
            return "redirect:" + Addresses.IMPORT + "/" + imports.upload(files(chosen));
        } catch (Refusal refusal) {
            form.reject("file", refusal.inItalian());
            return Answer.refused(choosePage(form));
        }
    }

    private static List<TreasurerFile> files(@Nullable List<MultipartFile> chosen) throws IOException {
        List<TreasurerFile> files = new ArrayList<>();
        for (MultipartFile file : chosen == null ? List.<MultipartFile>of() : chosen) {
            for (Upload upload : Upload.from(file)) {
                files.add(new TreasurerFile(upload.name(), file.getBytes()));
            }
        }
        return files;
    }

    @GetMapping(ONE)
    JteModel preview(@PathVariable long id) {
        return previewPage(imports.get(id));
    }

    /** Chooses the columns of a CSV. */
    @PostMapping(ONE + "/colonne")
    String columns(@PathVariable long id, FormInput form) {
        List<String> headings = imports.headings(id);
        Map<CsvField, String> columns = new EnumMap<>(CsvField.class);
        for (CsvField field : CsvField.values()) {
            String chosen = form.text("colonna-" + field);
            if (chosen != null && headings.contains(chosen)) {
                columns.put(field, chosen);
            }
        }
        imports.choose(id, new CsvSettings(columns));
        return "redirect:" + Addresses.IMPORT + "/" + id;
    }

    @PostMapping(ONE + "/applicazione")
    Object apply(@PathVariable long id, RedirectAttributes flash) {
        try {
            imports.apply(id);
        } catch (Refusal refusal) {
            TreasurerImportStore.Import request = imports.get(id);
            return Answer.refused(
                    templates.treasuryImportPreview(page(request, new ImportOutcome(), refusal.inItalian())));
        }
        flash.addFlashAttribute("notice", "File importato.");
        return "redirect:" + Addresses.IMPORT + "/" + id;
    }

    private JteModel previewPage(TreasurerImportStore.Import request) {
        if (request.appliedAt() != null) {
            return templates.treasuryImportPreview(page(request, new ImportOutcome(), ""));
        }
        try {
            return templates.treasuryImportPreview(page(request, imports.preview(request.id()), ""));
        } catch (Refusal refusal) {
            return templates.treasuryImportPreview(page(request, new ImportOutcome(), refusal.inItalian()));
        }
    }

    private TreasurerImportPage page(TreasurerImportStore.Import request, ImportOutcome outcome, String problem) {
        TreasurerImportStore.Counts done = request.counts();
        Instant appliedAt = request.appliedAt();
        List<String> headings = done == null ? imports.headings(request.id()) : List.of();
        return new TreasurerImportPage(
                request.id(),
                request.kind().label(),
                request.fileName(),
                appliedAt == null ? "" : Italian.moment(appliedAt) + ", " + request.appliedBy(),
                store.appliedTwin(request.digest(), request.id())
                        .map(twin -> Italian.moment(twin.appliedAt()))
                        .orElse(""),
                problem,
                headings.isEmpty()
                        ? List.of()
                        : Arrays.stream(CsvField.values())
                                .map(field -> new TreasurerImportPage.Choice(
                                        "colonna-" + field,
                                        field.label(),
                                        field.isRequired(),
                                        request.settings().columns().getOrDefault(field, "")))
                                .toList(),
                Stream.concat(
                                Stream.of(new Option("", "Nessuna")),
                                headings.stream()
                                        .filter(heading -> !heading.isEmpty())
                                        .distinct()
                                        .map(heading -> new Option(heading, heading)))
                        .toList(),
                done == null ? outcome.created() : done.created(),
                done == null ? outcome.changed() : done.changed(),
                done == null ? outcome.unchanged() : done.unchanged(),
                done == null ? outcome.refused() : done.refused(),
                outcome.others(),
                outcome.notes(),
                outcome.refusals(),
                outcome.rows());
    }

    private JteModel choosePage(FormInput form) {
        return templates.treasuryImport(
                form,
                imports.latest().stream().map(TreasurerImportController::past).toList());
    }

    private static TreasurerImportPage.Past past(TreasurerImportStore.Import request) {
        TreasurerImportStore.Counts counts = request.counts();
        return new TreasurerImportPage.Past(
                request.id(),
                request.fileName(),
                Italian.moment(request.uploadedAt()) + ", " + request.uploadedBy(),
                counts == null
                        ? "da importare"
                        : counts.created() + " nuovi, " + counts.changed() + " cambiati, " + counts.unchanged()
                                + " già presenti, " + counts.refused() + " rifiutati");
    }
}
