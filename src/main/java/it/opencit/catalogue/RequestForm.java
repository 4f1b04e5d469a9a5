// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a service asks besides what every request asks. A version never changes: a request keeps the one it was made with.
 *
 * @param version 1 for the first
 * @param fields in the order to show them
 */
public record RequestForm(int version, List<FormField> fields) {

    static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    public RequestForm {
        fields = List.copyOf(fields);
        Map<String, FormField> byKey = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (byKey.put(field.key(), field) != null) {
                throw new Refusal("catalogue.form.key-twice", field.key());
            }
        }
    }

    /**
     * The answers that were typed, by key of the field; what is missing or wrong is marked in {@code form}. Fields are read
     * by {@link FormField#inputName()}; a date is kept as {@code 2026-12-31}, a number as {@code 1250.5}, a yes as {@code sì}.
     */
    public Map<String, String> read(FormInput form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (FormField field : fields) {
            String name = field.inputName();
            String typed = form.textOrEmpty(name);
            if (typed.isEmpty()) {
                if (field.required()) {
                    form.reject(name, Messages.text("catalogue.answer.required", field.label()));
                }
                continue;
            }
            answers.put(field.key(), answer(field, typed, form));
        }
        return answers;
    }

    private static String answer(FormField field, String typed, FormInput form) {
        String name = field.inputName();
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> typed;
            case NUMBER -> {
                var number = form.decimal(name);
                yield number == null ? typed : number.stripTrailingZeros().toPlainString();
            }
            case DATE -> {
                var day = form.date(name);
                yield day == null ? typed : day.toString();
            }
            case CHOICE -> {
                if (!field.options().contains(typed)) {
                    form.reject(name, Messages.text("shared.choice"));
                }
                yield typed;
            }
            case YES_NO -> {
                if (!typed.equals("sì") && !typed.equals("no")) {
                    form.reject(name, Messages.text("shared.choice"));
                }
                yield typed;
            }
            case EMAIL -> {
                if (!EMAIL.matcher(typed).matches()) {
                    form.reject(name, Messages.text("catalogue.answer.email", typed));
                }
                yield typed;
            }
        };
    }
}
