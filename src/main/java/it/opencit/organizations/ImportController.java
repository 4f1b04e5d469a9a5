// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Centres;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Imports: a file is chosen, its preview read, then applied. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class ImportController {

    private static final List<Option> SOURCES = Arrays.stream(ImportSource.values())
            .map(source -> new Option(source.name(), source.label()))
            .toList();

    private final Templates templates;
    private final Imports imports;
    private final Centres centres;

    ImportController(Templates templates, Imports imports, Centres centres) {
        this.templates = templates;
        this.imports = imports;
        this.centres = centres;
    }

    @GetMapping("/gestione/enti/importazione")
    JteModel choose() {
        return choosePage(FormInput.empty().with("provinces", ownProvinces()));
    }

    @PostMapping("/gestione/enti/importazione")
    Object upload(FormInput form, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        ImportSource source = form.choice("source", ImportSource.class);
        if (source == null) {
            form.reject("source", Messages.text("organizations.import.source"));
        }
        Set<String> provinces = provinces(form);
        if (source == null || !form.isValid()) {
            return Answer.refused(choosePage(form));
        }
        try {
            long id = file == null || file.isEmpty()
                    ? imports.choose(source, provinces)
                    : imports.upload(source, nameOf(file), file.getBytes(), provinces);
            return "redirect:/gestione/enti/importazione/" + id;
        } catch (Refusal refusal) {
            form.reject("file", refusal.inItalian());
            return Answer.refused(choosePage(form));
        }
    }

    @GetMapping("/gestione/enti/importazione/{id:\\d+}")
    JteModel preview(@PathVariable long id) {
        return previewPage(id, List.of());
    }

    @PostMapping("/gestione/enti/importazione/{id:\\d+}/applicazione")
    Object apply(@PathVariable long id, @RequestParam String digest, RedirectAttributes flash) {
        try {
            imports.apply(id, digest);
        } catch (PlanChanged changed) {
            return Answer.refused(previewPage(id, changed.differences()));
        }
        flash.addFlashAttribute("notice", "Importazione applicata.");
        return "redirect:/gestione/enti/importazione/" + id;
    }

    private JteModel previewPage(long id, List<String> differences) {
        return templates.organizationsImportPreview(ImportPages.of(imports.preview(id), differences));
    }

    private JteModel choosePage(FormInput form) {
        return templates.organizationsImport(
                form,
                SOURCES,
                Arrays.stream(ImportSource.values())
                        .map(source -> source.label() + ": " + String.join(", ", source.columns()))
                        .toList(),
                imports.latest().stream().map(ImportPages::past).toList());
    }

    /** The provinces of the centre by abbreviation: what it most likely wants. */
    private String ownProvinces() {
        var byCode = Gazetteer.shipped().provinces();
        return centres.current().provinceCodes().stream()
                .map(byCode::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static Set<String> provinces(FormInput form) {
        Set<String> provinces = new TreeSet<>();
        for (String word :
                form.textOrEmpty("provinces").toUpperCase(Locale.ROOT).split("[\\s,;]+")) {
            if (!word.isEmpty()) {
                provinces.add(word);
            }
        }
        provinces.stream()
                .filter(word -> !Gazetteer.shipped().provinces().containsValue(word))
                .findFirst()
                .ifPresent(word -> form.reject("provinces", Messages.text("organizations.import.province", word)));
        return provinces;
    }

    private static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file.csv" : name;
    }
}
