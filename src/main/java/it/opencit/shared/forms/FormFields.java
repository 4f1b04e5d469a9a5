// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The declared fields of a form as they are typed, one group each. */
public final class FormFields {

    private static final Pattern LABEL = Pattern.compile("field-(\\d{1,3})-label");
    private static final int EMPTY = 3;
    private static final int LONGEST_KEY = 40;

    private FormFields() {}

    /** Puts fields in the form in which they are written. */
    public static FormInput fill(FormInput form, List<FormField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            FormField field = fields.get(i);
            form.with(name(i, "label"), field.label())
                    .with(name(i, "key"), field.key())
                    .with(name(i, "type"), field.type().name())
                    .with(name(i, "required"), field.required() ? "si" : null)
                    .with(name(i, "options"), String.join("\n", field.options()))
                    .with(name(i, "help"), field.help())
                    .with(name(i, "position"), i + 1);
        }
        return form;
    }

    /** The numbers of the groups to show: those with something in them, and some empty ones. */
    public static List<Integer> numbers(FormInput form) {
        List<Integer> numbers = new ArrayList<>(filled(form));
        int next = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
        for (int i = 0; i < EMPTY; i++) {
            numbers.add(next + i);
        }
        return numbers;
    }

    /** The fields in the order of their positions; what is missing or wrong is marked in the form. */
    public static List<FormField> read(FormInput form) {
        record Placed(BigDecimal position, FormField field) {}
        List<Placed> placed = new ArrayList<>();
        Set<String> keys = new TreeSet<>();
        for (int number : filled(form)) {
            BigDecimal position = form.decimal(name(number, "position"));
            FieldType type = form.choice(name(number, "type"), FieldType.class);
            String label = form.required(name(number, "label"), "shared.field.label-missing");
            if (type == null) {
                form.reject(name(number, "type"), Messages.text("shared.field.type"));
            }
            if (type == null || label.isEmpty()) {
                continue;
            }
            String typed = form.textOrEmpty(name(number, "key"));
            String key = typed.isEmpty() ? keyOf(label) : typed;
            if (!keys.add(key)) {
                form.reject(name(number, "key"), Messages.text("shared.field.key-twice", key));
            }
            try {
                FormField field = new FormField(
                        key,
                        label,
                        type,
                        form.isChecked(name(number, "required")),
                        form.textOrEmpty(name(number, "options"))
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                        form.textOrEmpty(name(number, "help")));
                placed.add(new Placed(position == null ? BigDecimal.valueOf(1000) : position, field));
            } catch (Refusal refusal) {
                String field = refusal.field();
                form.reject(name(number, field == null ? "label" : field), refusal.inItalian());
            }
        }
        return placed.stream()
                .sorted(Comparator.comparing(Placed::position))
                .map(Placed::field)
                .toList();
    }

    /** A short name made of a label: {@code Nome a dominio} becomes {@code nome-a-dominio}. */
    public static String keyOf(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        String cut = plain.substring(0, Math.min(LONGEST_KEY, plain.length())).replaceAll("-$", "");
        return cut.isEmpty() ? "campo" : cut;
    }

    /** What a field takes, to choose. */
    public static List<Option> types() {
        return Stream.concat(
                        Stream.of(new Option("", "Scegli…")),
                        Arrays.stream(FieldType.values()).map(one -> new Option(one.name(), one.label())))
                .toList();
    }

    /** @throws Refusal when two fields have one key */
    public static void check(List<FormField> fields) {
        Set<String> keys = new TreeSet<>();
        for (FormField field : fields) {
            if (!keys.add(field.key())) {
                throw new Refusal("shared.field.key-twice", field.key());
            }
        }
    }

    private static Set<Integer> filled(FormInput form) {
        Set<Integer> numbers = new TreeSet<>();
        for (String name : form.values().keySet()) {
            Matcher field = LABEL.matcher(name);
            if (field.matches()) {
                int number = Integer.parseInt(field.group(1));
                if (!form.typed(name).isBlank()
                        || !form.typed(name(number, "key")).isBlank()
                        || !form.typed(name(number, "help")).isBlank()
                        || !form.typed(name(number, "options")).isBlank()) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private static String name(int number, String field) {
        return "field-" + number + "-" + field;
    }
}
