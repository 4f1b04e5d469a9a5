// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tariffs.pages.PreviewPage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the draft in a form would charge to sample bodies typed in the page, and to real ones chosen there. */
@Component
class Preview {

    static final int SAMPLES = 3;

    private static final Map<String, String> SAMPLE_FIELDS = Map.of(
            "residents", FigureKinds.RESIDENTS,
            "businesses", FigureKinds.BUSINESSES,
            "workstations", FigureKinds.WORKSTATIONS);

    private final Tariffs tariffs;
    private final Clock clock;
    private final PreviewBodies bodies;

    Preview(Tariffs tariffs, Clock clock, PreviewBodies bodies) {
        this.tariffs = tariffs;
        this.clock = clock;
        this.bodies = bodies;
    }

    /** Sample bodies for a form that has none yet. */
    FormInput withSamples(FormInput form) {
        String[][] samples = {
            {"COMUNE", "800", "60", "8"}, {"COMUNE", "8757", "879", "45"}, {"UNIONE", "", "", "12"},
        };
        for (int i = 0; i < SAMPLES; i++) {
            form.with("s." + i + ".kind", samples[i][0])
                    .with("s." + i + ".residents", samples[i][1])
                    .with("s." + i + ".businesses", samples[i][2])
                    .with("s." + i + ".workstations", samples[i][3]);
        }
        return form.with("previewYear", LocalDate.now(clock).getYear() + 1);
    }

    /** The preview of a form; what is missing in the draft is said here, not in its fields. */
    PreviewPage of(FormInput form, String centre) {
        FormInput probe = copy(form);
        Tariff draft = TariffForm.read(probe, centre);
        List<String> wrong = new ArrayList<>();
        List<String> toConfirm = List.of();
        List<PreviewPage.Line> lines = List.of();
        if (draft == null) {
            wrong.add(
                    probe.errors().size() == 1
                            ? "Manca ancora qualcosa: "
                                    + probe.errors().getFirst().getValue()
                            : "Mancano ancora " + probe.errors().size() + " valori per calcolare.");
        } else {
            Verdict verdict = tariffs.check(draft);
            verdict.problems().forEach(problem -> wrong.add(problem.inItalian()));
            toConfirm = verdict.toConfirm().stream()
                    .map(Verdict.Problem::inItalian)
                    .distinct()
                    .toList();
            if (verdict.isRight()) {
                lines = lines(draft, probe, wrong);
            }
        }
        return new PreviewPage(
                form, wrong, toConfirm, lines, SAMPLES, EditorPages.kinds(), bodies.choices(), quantities(form, draft));
    }

    private List<PreviewPage.Line> lines(Tariff draft, FormInput form, List<String> wrong) {
        Long year = form.integer("previewYear");
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (Quantity quantity : draft.quantities()) {
            BigDecimal value = form.decimal("sq." + quantity.key());
            if (value != null) {
                quantities.put(quantity.key(), value);
            }
        }
        List<Case> cases = cases(form, quantities);
        if (!form.isValid() || year == null || year < 1900 || year > 2999) {
            wrong.add("Controlla l'anno, i dati e le quantità di prova.");
            return List.of();
        }
        int computed = year.intValue();
        Run run = tariffs.calculator(computed).run(draft, computed, cases);
        List<PreviewPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            lines.add(line(cases.get(i).subject().name(), run.explain(i)));
        }
        return lines;
    }

    private static PreviewPage.Line line(String name, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(Refusal reason) ->
                new PreviewPage.Line(name, "", reason.inItalian(), List.of(), List.of());
            case Outcome.Computed computed ->
                new PreviewPage.Line(
                        name,
                        computed.amount().inItalian(),
                        "",
                        computed.steps().stream()
                                .map(step -> new PreviewPage.Step(
                                        step.text(), "€ " + Outline.amount(step.amount()), Math.min(step.depth(), 4)))
                                .toList(),
                        computed.marks().stream()
                                .map(mark -> mark.label() + ": " + mark.note())
                                .toList());
        };
    }

    private List<Case> cases(FormInput form, Map<String, BigDecimal> quantities) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            Subject sample = sample(form, "s." + i + ".", i + 1);
            if (sample != null) {
                cases.add(new Case(sample, quantities));
            }
        }
        for (String id : form.all("body")) {
            bodies.subject(id).ifPresent(subject -> cases.add(new Case(subject, quantities)));
        }
        return cases;
    }

    private static @Nullable Subject sample(FormInput form, String prefix, int number) {
        OrganizationKind kind = form.choice(prefix + "kind", OrganizationKind.class);
        if (kind == null) {
            return null;
        }
        Subject subject = Subject.of("Prova " + number + ", " + kind.label(), kind);
        for (Map.Entry<String, String> field : SAMPLE_FIELDS.entrySet()) {
            Long value = form.integer(prefix + field.getKey());
            if (value != null) {
                subject = subject.with(Figure.stated(field.getValue(), value));
            }
        }
        return subject;
    }

    private static List<Option> quantities(FormInput form, @Nullable Tariff draft) {
        List<Quantity> all = draft == null ? TariffForm.declared(form) : draft.quantities();
        return all.stream()
                .map(quantity -> new Option("sq." + quantity.key(), quantity.label()))
                .toList();
    }

    private static FormInput copy(FormInput form) {
        Map<String, List<String>> fields = new HashMap<>();
        form.values().keySet().forEach(field -> fields.put(field, form.all(field)));
        return FormInput.of(fields);
    }
}
