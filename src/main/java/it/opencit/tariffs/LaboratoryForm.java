// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.centres.Centres;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the form of the laboratory. The form is the address of the page, so whoever opens it asks the same. */
@Component
class LaboratoryForm {

    static final String QUANTITY = "quantita.";
    static final String PASTED = "albero";
    static final String DRAFT = "bozza-";

    private static final int FIRST_YEAR = 2000;
    private static final int YEARS_AHEAD = 15;
    private static final List<String> FIELDS =
            List.of("anno", "oggi", "proposta", "enti", "scelti", "budget", "dati", "mappa", PASTED);

    private final Tariffs tariffs;
    private final LaboratoryBodies bodies;
    private final Centres centres;
    private final TariffNames names;
    private final Clock clock;

    LaboratoryForm(Tariffs tariffs, LaboratoryBodies bodies, Centres centres, TariffNames names, Clock clock) {
        this.tariffs = tariffs;
        this.bodies = bodies;
        this.centres = centres;
        this.names = names;
        this.clock = clock;
    }

    /** Whether a tariff to try was named: before that, the page only shows its form. */
    boolean isAsked(FormInput form) {
        return Stream.of("proposta", "bozza", PASTED)
                .anyMatch(field -> !form.typed(field).isBlank());
    }

    /** Fills what was not said yet: the year that runs, the quota in force, all the bodies, the latest figures. */
    @Transactional(readOnly = true)
    void fill(FormInput form) {
        String draft = form.text("bozza");
        if (draft != null) {
            form.with("proposta", DRAFT + draft);
        } else if (form.typed("proposta").isBlank() && !form.typed(PASTED).isBlank()) {
            form.with("proposta", PASTED);
        }
        int today = LocalDate.now(clock).getYear();
        fill(form, "anno", Integer.toString(today));
        fill(form, "enti", LaboratoryBodies.ALL);
        fill(form, "dati", "recenti");
        fill(form, "mappa", "differenze");
        if (form.typed("oggi").isBlank()) {
            usual(today).ifPresent(tariff -> form.with("oggi", tariff.code()));
        }
    }

    private static void fill(FormInput form, String field, String value) {
        if (form.typed(field).isBlank()) {
            form.with(field, value);
        }
    }

    /** The tariff of the centre, a quota if there is one, that rules a year, else the last one. */
    private Optional<Tariff> usual(int year) {
        String centre = centres.current().code();
        return tariffs.all().stream()
                .filter(tariff -> tariff.centre().equals(centre))
                .max(Comparator.<Tariff, Boolean>comparing(tariff -> tariff.isValidIn(year))
                        .thenComparing(tariff -> tariff.code().endsWith("/quota"))
                        .thenComparing(Tariff::validFrom));
    }

    /** The question that a form asks; {@code null} when something is wrong, which is then said in the form. */
    @Transactional(readOnly = true)
    @Nullable
    LaboratoryQuestion read(FormInput form) {
        fill(form);
        int year = year(form);
        Calculator calculator = tariffs.calculator(year);
        Tariff now = tariff(form, "oggi", year, calculator);
        Tariff then = tariff(form, "proposta", year, calculator);
        Map<String, BigDecimal> quantities = quantities(form, now, then, calculator.book());
        Euro budget = form.amount("budget");
        if (budget != null && budget.isNegative()) {
            form.reject("budget", Messages.text("laboratory.budget.negative"));
        }
        choice(form, "dati", "recenti", "esatti");
        choice(form, "mappa", "differenze", "importi");
        List<TriedBody> tried = bodies.chosen(form, year);
        if (!form.isValid() || now == null || then == null) {
            return null;
        }
        return new LaboratoryQuestion(
                calculator,
                new Experiment(
                        year, now, then, tried, quantities, form.typed("dati").equals("recenti")),
                names.of(now),
                names.of(then),
                budget,
                form.typed("mappa").equals("differenze"),
                address(form));
    }

    private int year(FormInput form) {
        int today = LocalDate.now(clock).getYear();
        Long year = form.integer("anno");
        if (year == null) {
            form.reject("anno", Messages.text("laboratory.year.required"));
            return today;
        }
        if (year < FIRST_YEAR || year > today + YEARS_AHEAD) {
            form.reject(
                    "anno",
                    Messages.text(
                            "laboratory.year.range",
                            Integer.toString(FIRST_YEAR),
                            Integer.toString(today + YEARS_AHEAD),
                            Long.toString(year)));
            return today;
        }
        return year.intValue();
    }

    private @Nullable Tariff tariff(FormInput form, String field, int year, Calculator calculator) {
        String chosen = form.textOrEmpty(field);
        if (chosen.isEmpty()) {
            form.reject(field, Messages.text("laboratory.tariff.required"));
            return null;
        }
        try {
            Tariff tariff = find(form, chosen, year);
            if (tariff == null) {
                form.reject(field, Messages.text("laboratory.tariff.unknown", chosen));
                return null;
            }
            Verdict verdict = TariffCheck.of(tariff, calculator.book(), calculator.kinds());
            if (!verdict.isRight()) {
                form.reject(
                        field,
                        Messages.text(
                                "laboratory.tariff.wrong",
                                verdict.problems().getFirst().inItalian(),
                                verdict.problems().size()));
                return null;
            }
            return tariff;
        } catch (Refusal refusal) {
            form.reject(field, refusal.inItalian());
            return null;
        }
    }

    private @Nullable Tariff find(FormInput form, String chosen, int year) {
        if (chosen.equals(PASTED)) {
            return PackedTree.unpack(form.textOrEmpty(PASTED));
        }
        if (chosen.matches(DRAFT + "\\d{1,18}")) {
            long id = Long.parseLong(chosen.substring(DRAFT.length()));
            return tariffs.versions().stream()
                    .filter(version -> version.id() == id)
                    .findFirst()
                    .map(TariffVersion::tariff)
                    .orElse(null);
        }
        return tariffs.ruling(chosen, year).orElse(null);
    }

    private static Map<String, BigDecimal> quantities(
            FormInput form, @Nullable Tariff now, @Nullable Tariff then, TariffBook book) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (Quantity quantity : asked(now, then, book)) {
            String field = QUANTITY + quantity.key();
            BigDecimal value = form.decimal(field);
            if (value != null && value.signum() < 0) {
                form.reject(field, Messages.text("laboratory.quantity.negative"));
            } else if (value != null) {
                quantities.put(quantity.key(), value);
            } else if (quantity.whenMissing() == null) {
                form.reject(field, Messages.text("laboratory.quantity.required", quantity.label()));
            }
        }
        return quantities;
    }

    /** The quantities that either tariff, or one it refers to, takes. */
    static List<Quantity> asked(@Nullable Tariff now, @Nullable Tariff then, TariffBook book) {
        Map<String, Quantity> all = new LinkedHashMap<>();
        Stream.of(Optional.ofNullable(now), Optional.ofNullable(then))
                .flatMap(Optional::stream)
                .flatMap(tariff -> Stream.concat(
                        Stream.of(tariff),
                        Tree.references(tariff.tree()).stream().flatMap(code -> book.find(code).stream())))
                .flatMap(tariff -> tariff.quantities().stream())
                .forEach(quantity -> all.putIfAbsent(quantity.key(), quantity));
        return List.copyOf(all.values());
    }

    /** The quantities to show in the form, as far as the tariffs chosen are known. */
    @Transactional(readOnly = true)
    List<Quantity> asked(FormInput form) {
        int year = LocalDate.now(clock).getYear();
        return asked(quietly(form, "oggi", year), quietly(form, "proposta", year), tariffs.book());
    }

    private @Nullable Tariff quietly(FormInput form, String field, int year) {
        try {
            return find(form, form.textOrEmpty(field), year);
        } catch (Refusal refusal) {
            return null;
        }
    }

    private static void choice(FormInput form, String field, String... allowed) {
        if (!List.of(allowed).contains(form.typed(field))) {
            form.reject(field, Messages.text("shared.choice"));
        }
    }

    /** The query that asks the same again, without what belongs to the list of results. */
    static String address(FormInput form) {
        return fields(form).stream()
                .map(field -> encode(field.value()) + "=" + encode(field.label()))
                .collect(Collectors.joining("&"));
    }

    /** The fields that make the question, name and value: the tariff pasted only where it is the one tried. */
    static List<Option> fields(FormInput form) {
        boolean pasted =
                form.typed("proposta").equals(PASTED) || form.typed("oggi").equals(PASTED);
        return form.values().entrySet().stream()
                .filter(field ->
                        FIELDS.contains(field.getKey()) || field.getKey().startsWith(QUANTITY))
                .filter(field -> !field.getValue().isBlank())
                .filter(field -> pasted || !field.getKey().equals(PASTED))
                .map(field -> new Option(field.getKey(), field.getValue()))
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
