// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.ConsumptionImports.Countable;
import it.opencit.subscriptions.pages.ConsumptionPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Consumption from files: choose, look at the preview, apply. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class ConsumptionImportController {

    private static final String ALL = SubscriptionAddresses.STAFF + "/consumi";

    private final Templates templates;
    private final ConsumptionImports imports;
    private final Catalogue catalogue;

    ConsumptionImportController(Templates templates, ConsumptionImports imports, Catalogue catalogue) {
        this.templates = templates;
        this.imports = imports;
        this.catalogue = catalogue;
    }

    @GetMapping(ALL)
    JteModel choose() {
        return page(FormInput.empty());
    }

    @PostMapping(ALL)
    Object chosen(FormInput form, @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        Optional<Countable> what = imports.countables().stream()
                .filter(one -> one.value().equals(form.typed("what")))
                .findFirst();
        if (what.isEmpty()) {
            form.reject("what", Messages.text("subscriptions.import.what"));
        }
        if (file == null || file.isEmpty()) {
            form.reject("file", Messages.text("subscriptions.form.file"));
        }
        if (what.isPresent() && file != null && form.isValid()) {
            try {
                long id = imports.choose(what.get(), name(file), file.getBytes());
                return "redirect:" + ALL + "/" + id;
            } catch (Refusal refusal) {
                form.reject(refusal);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Answer.refused(page(form));
    }

    @GetMapping(ALL + "/{id}")
    JteModel preview(@PathVariable long id) {
        return templates.subscriptionsConsumptionPreview(preview(imports.get(id), false));
    }

    @PostMapping(ALL + "/{id}")
    Object apply(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        if (imports.apply(id, form.typed("digest"))) {
            flash.addFlashAttribute("notice", "Consumi registrati.");
            return "redirect:" + ALL + "/" + id;
        }
        return Answer.refused(templates.subscriptionsConsumptionPreview(preview(imports.get(id), true)));
    }

    private ConsumptionPage preview(ConsumptionImport chosen, boolean changed) {
        ConsumptionPlan plan = imports.plan(chosen);
        Map<String, String> labels = imports.countables().stream()
                .filter(one -> one.offering().equals(chosen.offering()))
                .collect(Collectors.toMap(Countable::key, Countable::label));
        return new ConsumptionPage(
                ALL + "/" + chosen.id(),
                catalogue.get(chosen.offering()).title(),
                labels.getOrDefault(chosen.key(), chosen.key()),
                chosen.fileName(),
                chosen.appliedAt() == null ? "" : Italian.moment(chosen.appliedAt()) + ": " + chosen.outcome(),
                plan.count(ConsumptionPlan.Outcome.NEW) + plan.count(ConsumptionPlan.Outcome.CHANGED),
                plan.count(ConsumptionPlan.Outcome.REFUSED),
                plan.digest(),
                changed,
                plan.rows().stream()
                        .map(row -> new ConsumptionPage.Row(
                                Integer.toString(row.line()),
                                row.body(),
                                row.days(),
                                row.value(),
                                row.outcome().label,
                                row.note()))
                        .toList());
    }

    private JteModel page(FormInput form) {
        Map<OfferingId, String> titles =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Offering::title));
        List<Option> choices = Stream.concat(
                        Stream.of(new Option("", "Scegli…")),
                        imports.countables().stream()
                                .map(one -> new Option(one.value(), one.title() + ": " + one.label())))
                .toList();
        return templates.subscriptionsConsumption(
                form,
                choices,
                imports.latest().stream()
                        .map(one -> new ConsumptionPage.Past(
                                ALL + "/" + one.id(),
                                titles.getOrDefault(one.offering(), "") + ", " + one.fileName(),
                                Italian.moment(one.recordedAt()) + ", " + one.recordedBy(),
                                one.appliedAt() == null ? "solo anteprima" : one.outcome()))
                        .toList());
    }

    private static String name(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename());
        return name.substring(Math.max(0, name.length() - 200));
    }
}
