// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.forms;

import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed in a form, kept as typed, and what is wrong with it, field by field. A controller takes it as a
 * parameter, reads values of the types it needs, and shows the page again with it when {@link #isValid()} is false.
 */
public final class FormInput {

    private static final Pattern ITALIAN_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::\\d{2})?");

    private final Map<String, List<String>> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private FormInput(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /** A form not yet filled. */
    public static FormInput empty() {
        return new FormInput(new LinkedHashMap<>());
    }

    /** A form with what was sent. */
    public static FormInput of(Map<String, List<String>> typed) {
        return new FormInput(new LinkedHashMap<>(typed));
    }

    /** Puts a value in a field before the form is shown; nothing for {@code null}. Dates and numbers as programs write them. */
    public FormInput with(String field, @Nullable Object value) {
        if (value != null) {
            String text = value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString().replace('.', ',')
                    : value instanceof Euro euro ? euro.toString().replace('.', ',') : value.toString();
            typed.put(field, List.of(text));
        }
        return this;
    }

    /** What stands in the field, as typed. */
    public String typed(String field) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** All values sent under one name, as check boxes do. */
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** Every field and its first value. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        typed.keySet().forEach(field -> values.put(field, typed(field)));
        return values;
    }

    public boolean isChecked(String field) {
        return !typed(field).isBlank();
    }

    /** The text, without spaces around it; {@code null} when empty. */
    public @Nullable String text(String field) {
        String text = typed(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** The text, or "" when empty. */
    public String textOrEmpty(String field) {
        return typed(field).strip();
    }

    /** The text; when empty the field is at fault with the sentence of {@code key} and "" is returned. */
    public String required(String field, String key) {
        String text = typed(field).strip();
        if (text.isEmpty()) {
            reject(field, Messages.text(key));
        }
        return text;
    }

    /** A date, typed as browsers send it or as Italians write it; {@code null} when empty or wrong. */
    public @Nullable LocalDate date(String field) {
        String text = typed(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            Matcher italian = ITALIAN_DATE.matcher(text);
            LocalDate date = italian.matches()
                    ? LocalDate.of(
                            Integer.parseInt(italian.group(3)),
                            Integer.parseInt(italian.group(2)),
                            Integer.parseInt(italian.group(1)))
                    : LocalDate.parse(text);
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                throw new DateTimeException("Out of our times");
            }
            return date;
        } catch (DateTimeException e) {
            reject(field, Messages.text("shared.date", text));
            return null;
        }
    }

    /**
     * A day and an hour, in Rome, typed in two fields: that of the day has the name of {@code field} and {@code On}, that of
     * the hour the name and {@code At}; {@code null} when both are empty or something is wrong.
     */
    public @Nullable Instant moment(String field) {
        LocalDate day = date(field + "On");
        String hour = textOrEmpty(field + "At");
        if (day == null) {
            if (!hour.isEmpty() && textOrEmpty(field + "On").isEmpty()) {
                reject(field + "On", Messages.text("shared.moment.day"));
            }
            return null;
        }
        Matcher time = HOUR.matcher(hour);
        if (!time.matches() || Integer.parseInt(time.group(1)) > 23 || Integer.parseInt(time.group(2)) > 59) {
            reject(field + "At", Messages.text("shared.moment.hour"));
            return null;
        }
        return day.atTime(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                .atZone(Italian.ROME)
                .toInstant();
    }

    /** A whole number, dots of thousands allowed; {@code null} when empty or wrong. */
    public @Nullable Long integer(String field) {
        BigDecimal number = decimal(field);
        if (number == null) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            reject(field, Messages.text("shared.integer", typed(field)));
            return null;
        }
    }

    /** The version that was read before editing, which a hidden field carries; -1, which nothing has, when it is not there. */
    public int version() {
        String text = typed("version").strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /**
     * Tells that somebody else saved meanwhile. Sent again, the form stands against what is saved now.
     *
     * @param key of the sentence that tells what to do
     * @param saved version that is saved now
     */
    public void changedMeanwhile(String key, int saved) {
        reject("", Messages.text(key));
        with("version", saved);
    }

    /** A number typed the Italian way ({@code 1.250,5}) or with a decimal point; {@code null} when empty or wrong. */
    public @Nullable BigDecimal decimal(String field) {
        String text = typed(field).strip().replace("€", "").replace(" ", "").replace("\u00a0", "");
        if (text.isEmpty()) {
            return null;
        }
        boolean thousands = text.matches("-?\\d{1,3}(\\.\\d{3})+");
        String plain = text.contains(",") || thousands ? text.replace(".", "").replace(',', '.') : text;
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            reject(field, Messages.text("shared.number", typed(field)));
            return null;
        }
        return new BigDecimal(plain);
    }

    /** An amount in euro; {@code null} when empty, or wrong, or with fractions of a cent. */
    public @Nullable Euro amount(String field) {
        BigDecimal number = decimal(field);
        if (number == null) {
            return null;
        }
        try {
            return Euro.exactly(number);
        } catch (IllegalArgumentException e) {
            reject(field, Messages.text("shared.cents", typed(field)));
            return null;
        }
    }

    /** One of the names of an enumeration; {@code null} when empty or unknown. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String text = typed(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            reject(field, Messages.text("shared.choice"));
            return null;
        }
    }

    /** Marks a field as at fault; the first fault of a field stays. */
    public void reject(String field, String sentence) {
        errors.putIfAbsent(field, sentence);
    }

    /** Marks the field of a refusal, or the form as a whole. */
    public void reject(Refusal refusal) {
        String field = refusal.field();
        reject(field == null ? "" : field, refusal.inItalian());
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    /** What is wrong with a field; "" when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Everything that is wrong, by field; the key "" is for the form as a whole. */
    public List<Map.Entry<String, String>> errors() {
        return new ArrayList<>(errors.entrySet());
    }
}
