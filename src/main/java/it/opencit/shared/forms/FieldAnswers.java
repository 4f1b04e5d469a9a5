// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered in declared fields: kept by key, a date as {@code 2026-12-31}, a number as {@code 1250.5}, a yes as {@code sì}. */
public final class FieldAnswers {

    private static final int LINE = 300;
    private static final int TEXT = 20_000;

    private FieldAnswers() {}

    /**
     * The answers that were typed, by key of the field; what is missing or wrong is marked in {@code form}. Fields are read
     * by {@link FormField#inputName()}.
     */
    public static Map<String, String> read(List<FormField> fields, FormInput form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (FormField field : fields) {
            String name = field.inputName();
            String typed = form.textOrEmpty(name);
            if (typed.isEmpty()) {
                if (field.required()) {
                    form.reject(name, Messages.text("shared.field.answer.required", field.label()));
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
            case TEXT -> notLonger(typed, LINE, name, form);
            case LONG_TEXT -> notLonger(typed, TEXT, name, form);
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
                if (!EmailAddress.isOne(typed)) {
                    form.reject(name, Messages.text("shared.field.answer.email", typed));
                }
                yield typed;
            }
        };
    }

    private static String notLonger(String typed, int most, String name, FormInput form) {
        if (typed.length() > most) {
            form.reject(name, Messages.text("shared.field.answer.long", most, typed.length()));
        }
        return typed;
    }

    /** An answer as its reader writes it; "" for none. */
    public static String shown(FormField field, @Nullable String kept) {
        if (kept == null) {
            return "";
        }
        return switch (field.type()) {
            case DATE -> kept.matches("\\d{4}-\\d\\d-\\d\\d") ? Italian.date(LocalDate.parse(kept)) : kept;
            case NUMBER -> kept.replace('.', ',');
            default -> kept;
        };
    }
}
