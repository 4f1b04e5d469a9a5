// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.Organization;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.GlpiImportStore.Group;
import it.opencit.tickets.pages.GlpiImportPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tickets of GLPI: the export is chosen, looked at, imported. */
@Controller
@AllowedTo(Role.COORDINATORE)
class GlpiImportController {

    static final String ADDRESS = Addresses.SETTINGS + "/importazione";
    private static final String ONE = ADDRESS + "/{id:\\d+}";

    private final Templates templates;
    private final GlpiImports imports;
    private final Rulebooks rulebooks;

    GlpiImportController(Templates templates, GlpiImports imports, Rulebooks rulebooks) {
        this.templates = templates;
        this.imports = imports;
        this.rulebooks = rulebooks;
    }

    @GetMapping(ADDRESS)
    JteModel choose() {
        return choosePage(FormInput.empty());
    }

    @PostMapping(ADDRESS)
    Object upload(FormInput form, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Refusal.inField("file", "tickets.glpi.file");
            }
            long id = imports.upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
            return "redirect:" + ADDRESS + "/" + id;
        } catch (Refusal refusal) {
            form.reject("file", refusal.inItalian());
            return Answer.refused(choosePage(form));
        }
    }

    @GetMapping(ONE)
    JteModel preview(@PathVariable long id) {
        GlpiImports.Preview preview = imports.preview(id);
        return page(preview, typed(preview));
    }

    /** Keeps what entities and categories are, and counts again. */
    @PostMapping(ONE + "/corrispondenze")
    Object decide(@PathVariable long id, FormInput form) {
        GlpiImports.Preview preview = imports.preview(id);
        if (!decided(preview, form)) {
            return Answer.refused(page(preview, form));
        }
        return "redirect:" + ADDRESS + "/" + id;
    }

    @PostMapping(ONE + "/avvio")
    Object start(@PathVariable long id, FormInput form, SignedIn person, RedirectAttributes flash) {
        GlpiImports.Preview preview = imports.preview(id);
        if (!decided(preview, form)) {
            return Answer.refused(page(preview, form));
        }
        try {
            imports.start(id, Author.of(person));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(preview, form));
        }
        flash.addFlashAttribute("notice", "Importazione avviata.");
        return "redirect:" + ADDRESS + "/" + id;
    }

    /** Reads what was chosen of each entity and category; {@code false} when a body is not one. */
    private boolean decided(GlpiImports.Preview preview, FormInput form) {
        Map<String, Long> bodies = new HashMap<>();
        List<String> entities = entities(preview);
        for (int i = 0; i < entities.size(); i++) {
            String name = form.textOrEmpty("ente-" + i);
            if (name.isEmpty()) {
                continue;
            }
            Organization body = preview.bodies().stream()
                    .filter(one -> GlpiField.plain(one.fullName()).equals(GlpiField.plain(name)))
                    .findFirst()
                    .orElse(null);
            if (body == null) {
                form.reject("ente-" + i, Messages.text("tickets.glpi.body", name));
            } else {
                bodies.put(entities.get(i), body.id().value());
            }
        }
        Map<String, String> categories = new HashMap<>();
        Rulebook rules = rulebooks.current();
        List<String> written = categories(preview);
        for (int i = 0; i < written.size(); i++) {
            String code = form.textOrEmpty("categoria-" + i);
            String category = written.get(i);
            rules.category(code).ifPresent(one -> categories.put(category, one.code()));
        }
        if (form.isValid()) {
            imports.decide(preview.asked().id(), bodies, categories);
        }
        return form.isValid();
    }

    private static List<String> entities(GlpiImports.Preview preview) {
        return preview.groups().stream().map(Group::entity).distinct().sorted().toList();
    }

    private static List<String> categories(GlpiImports.Preview preview) {
        return preview.groups().stream()
                .map(Group::category)
                .distinct()
                .sorted()
                .toList();
    }

    private static FormInput typed(GlpiImports.Preview preview) {
        FormInput form = FormInput.empty();
        List<String> entities = entities(preview);
        for (int i = 0; i < entities.size(); i++) {
            Long number = preview.asked().bodies().get(entities.get(i));
            int at = i;
            preview.bodies().stream()
                    .filter(body -> number != null && body.id().value() == number)
                    .findFirst()
                    .ifPresent(body -> form.with("ente-" + at, body.fullName()));
        }
        List<String> categories = categories(preview);
        for (int i = 0; i < categories.size(); i++) {
            form.with("categoria-" + i, preview.asked().categories().getOrDefault(categories.get(i), ""));
        }
        return form;
    }

    private JteModel choosePage(FormInput form) {
        return templates.ticketsGlpiImports(
                form,
                imports.latest().stream()
                        .map(one -> new GlpiImportPage.Past(
                                ADDRESS + "/" + one.id(),
                                one.fileName(),
                                Italian.moment(one.uploaded()) + ", " + one.uploadedBy(),
                                outcome(one)))
                        .toList());
    }

    private static String outcome(GlpiImport one) {
        if (one.started() == null) {
            return "da importare";
        }
        String sums = Italian.number(one.made()) + " importati, " + Italian.number(one.known()) + " già presenti, "
                + Italian.number(one.passedOver()) + " di entità senza ente, " + Italian.number(one.refused())
                + " con un problema";
        return one.finished() == null ? sums + "; continua da sola" : sums;
    }

    private JteModel page(GlpiImports.Preview preview, FormInput form) {
        GlpiImport asked = preview.asked();
        Rulebook rules = rulebooks.current();
        List<String> entities = entities(preview);
        List<String> categories = categories(preview);
        return templates.ticketsGlpiImport(
                new GlpiImportPage(
                        asked.fileName(),
                        ADDRESS + "/" + asked.id(),
                        asked.started() == null,
                        outcome(asked),
                        preview.making(),
                        preview.entries(),
                        preview.groups().stream().mapToInt(Group::known).sum(),
                        preview.groups().stream().mapToInt(Group::problems).sum(),
                        Arrays.stream(TicketState.values())
                                .map(state -> new GlpiImportPage.Count(
                                        state.label(),
                                        Italian.number(preview.groups().stream()
                                                .filter(group -> group.state() == state)
                                                .mapToInt(group -> group.rows() - group.problems())
                                                .sum())))
                                .filter(count -> !count.number().equals("0"))
                                .toList(),
                        entities.stream()
                                .map(entity -> new GlpiImportPage.Count(
                                        entity.isEmpty() ? "(senza entità)" : entity,
                                        Italian.number(preview.groups().stream()
                                                .filter(group -> group.entity().equals(entity))
                                                .mapToInt(Group::rows)
                                                .sum())))
                                .toList(),
                        categories.stream()
                                .map(category -> new GlpiImportPage.Count(
                                        category.isEmpty() ? "(senza categoria)" : category,
                                        Italian.number(preview.groups().stream()
                                                .filter(group ->
                                                        group.category().equals(category))
                                                .mapToInt(Group::rows)
                                                .sum())))
                                .toList(),
                        preview.bodies().stream().map(Organization::fullName).toList(),
                        rules.offered().stream()
                                .map(one -> new Option(one.code(), rules.title(one)))
                                .toList(),
                        preview.problems().stream()
                                .map(one -> new GlpiImportPage.Wrong(one.line(), one.glpiId(), one.text()))
                                .toList()),
                form);
    }
}
