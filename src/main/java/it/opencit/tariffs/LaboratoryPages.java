// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Centres;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.pages.ComparisonPage;
import it.opencit.tariffs.pages.LaboratoryPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together the pages of the laboratory. */
@Component
class LaboratoryPages {

    static final String PATH = "/gestione/laboratorio";

    private final Templates templates;
    private final Tariffs tariffs;
    private final TariffNames names;
    private final LaboratoryForm forms;
    private final LaboratoryBodies bodies;
    private final Comparisons comparisons;
    private final Centres centres;
    private final Lists lists;

    LaboratoryPages(
            Templates templates,
            Tariffs tariffs,
            TariffNames names,
            LaboratoryForm forms,
            LaboratoryBodies bodies,
            Comparisons comparisons,
            Centres centres,
            Lists lists) {
        this.templates = templates;
        this.tariffs = tariffs;
        this.names = names;
        this.forms = forms;
        this.bodies = bodies;
        this.comparisons = comparisons;
        this.centres = centres;
        this.lists = lists;
    }

    /** The form, with the result when there is one. */
    @Transactional(readOnly = true)
    JteModel laboratory(FormInput form, @Nullable ComparisonPage result) {
        List<Option> choices = choices(form);
        List<Option> withNone = new ArrayList<>(choices);
        withNone.addFirst(new Option("", "Scegli la tariffa da provare"));
        return templates.laboratoryShow(new LaboratoryPage(
                form,
                choices,
                withNone,
                bodies.choices(),
                forms.asked(form).stream().map(LaboratoryPages::field).toList(),
                form.textOrEmpty(LaboratoryForm.PASTED),
                LaboratoryForm.fields(form),
                comparisons.count(),
                result));
    }

    /** The result of a question. */
    ComparisonPage result(LaboratoryQuestion question, ListRequest request) {
        LaboratoryReport report = question.answer();
        String other = question.mapOfDifferences() ? "importi" : "differenze";
        return new ReportPage(report, body -> PATH + "/enti/" + body.id() + "?" + question.address())
                .page(
                        centres.current().provinceCodes(),
                        question.mapOfDifferences(),
                        PATH + "?" + question.address().replaceAll("mappa=\\w+", "mappa=" + other) + "#mappa",
                        PATH + "?" + question.address(),
                        lists.page(
                                LaboratoryList.listing(report, PATH + "/enti/{key}?" + question.address()),
                                LaboratoryList.rows(report),
                                request));
    }

    /** A comparison that was kept, as it was. */
    JteModel kept(ComparisonStore.Stored stored, boolean differences, ListRequest request) {
        String path = PATH + "/confronti/" + stored.id();
        ComparisonPage page = new ReportPage(stored.report(), body -> "/gestione/enti/" + body.id())
                .page(
                        centres.current().provinceCodes(),
                        differences,
                        path + "?mappa=" + (differences ? "importi" : "differenze") + "#mappa",
                        PATH + "?" + stored.address(),
                        lists.page(
                                LaboratoryList.listing(stored.report(), "/gestione/enti/{key}"),
                                LaboratoryList.rows(stored.report()),
                                request));
        return templates.laboratoryKept(
                stored.name(), path, stored.keptBy() + ", " + Italian.moment(stored.keptAt()), page);
    }

    /** What both tariffs say of one body of a question. */
    JteModel explained(LaboratoryQuestion question, int index) {
        Experiment experiment = question.experiment();
        TriedBody body = experiment.bodies().get(index);
        return templates.laboratoryExplained(new LaboratoryPage.Explained(
                body.subject().name(),
                "/gestione/enti/" + body.id(),
                PATH + "?" + question.address(),
                experiment.year(),
                List.of(
                        account("Di partenza", question.now(), experiment.now(), question, index),
                        account("In prova", question.then(), experiment.then(), question, index))));
    }

    private static LaboratoryPage.Account account(
            String which, String name, Tariff tariff, LaboratoryQuestion question, int index) {
        String title = which + ". " + name;
        return switch (Laboratory.explain(question.calculator(), question.experiment(), tariff, index)) {
            case Outcome.Computed computed ->
                new LaboratoryPage.Account(
                        title,
                        computed.amount().inItalian(),
                        "",
                        computed.steps().stream()
                                .map(step -> new LaboratoryPage.Line(
                                        step.text(),
                                        Wording.euro(step.amount()),
                                        Math.min(step.depth(), 4),
                                        step.marks().stream()
                                                .map(mark -> mark.label() + ": " + mark.note())
                                                .toList()))
                                .toList());
            case Outcome.Refused(var reason) -> new LaboratoryPage.Account(title, "", reason.inItalian(), List.of());
        };
    }

    /** The tariffs of this centre first, then its drafts, then the kits of the others. */
    private List<Option> choices(FormInput form) {
        String own = centres.current().code();
        List<Option> choices = new ArrayList<>();
        if (!form.typed(LaboratoryForm.PASTED).isBlank()) {
            choices.add(new Option(LaboratoryForm.PASTED, "La tariffa incollata"));
        }
        tariffs.versions().stream()
                .filter(TariffVersion::isDraft)
                .forEach(draft -> choices.add(new Option(
                        LaboratoryForm.DRAFT + draft.id(),
                        "Bozza: " + draft.tariff().title())));
        tariffs.all().stream()
                .sorted(Comparator.<Tariff, Boolean>comparing(
                                tariff -> !tariff.centre().equals(own))
                        .thenComparing(tariff -> !tariff.code().endsWith("/quota")))
                .map(tariff -> new Option(tariff.code(), names.of(tariff) + " (" + tariff.code() + ")"))
                .distinct()
                .forEach(choices::add);
        return choices;
    }

    private static LaboratoryPage.QuantityField field(Quantity quantity) {
        boolean required = quantity.whenMissing() == null;
        return new LaboratoryPage.QuantityField(
                LaboratoryForm.QUANTITY + quantity.key(),
                quantity.label(),
                required
                        ? "La stessa per ogni ente, in " + quantity.unit() + "."
                        : "La stessa per ogni ente, in " + quantity.unit() + "; vuoto vale "
                                + Italian.number(quantity.whenMissing()) + ".",
                required);
    }
}
