// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.Category.Ask;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hours, promises and categories as they are typed. */
final class SettingsForms {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
    private static final Pattern CLOSURE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\s*(.*)");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

    private SettingsForms() {}

    static String name(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.ITALIAN);
        return name.substring(0, 1).toUpperCase(Locale.ITALIAN) + name.substring(1);
    }

    static FormInput of(CalendarVersion version) {
        WorkingCalendar hours = version.hours();
        FormInput form = FormInput.empty().with("version", version.number());
        for (DayOfWeek day : DayOfWeek.values()) {
            form.with(day.name(), Opening.write(hours.week().getOrDefault(day, List.of())));
        }
        MonthDay patron = hours.patron();
        if (patron != null) {
            form.with("patron", "%02d/%02d".formatted(patron.getDayOfMonth(), patron.getMonthValue()));
        }
        List<String> closures = new ArrayList<>();
        hours.closures().forEach((day, why) -> closures.add(Italian.date(day) + " " + why));
        return form.with("closures", String.join("\n", closures));
    }

    /** The calendar that was typed; {@code null} when the form says what is wrong. */
    static @Nullable WorkingCalendar calendar(FormInput form) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            try {
                week.put(day, Opening.read(day.name(), form.textOrEmpty(day.name())));
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        if (form.isValid() && week.values().stream().allMatch(List::isEmpty)) {
            form.reject(DayOfWeek.MONDAY.name(), Messages.text("tickets.calendar.closed"));
        }
        MonthDay patron = patron(form);
        TreeMap<LocalDate, String> closures = closures(form);
        form.required("reason", "tickets.reason.required");
        return form.isValid() ? new WorkingCalendar(week, patron, closures) : null;
    }

    private static @Nullable MonthDay patron(FormInput form) {
        String typed = form.textOrEmpty("patron");
        if (typed.isEmpty()) {
            return null;
        }
        Matcher matcher = DAY.matcher(typed);
        try {
            if (matcher.matches()) {
                return MonthDay.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
            }
        } catch (DateTimeException e) {
            // told below, as any other slip
        }
        form.reject("patron", Messages.text("tickets.calendar.patron", typed));
        return null;
    }

    private static TreeMap<LocalDate, String> closures(FormInput form) {
        TreeMap<LocalDate, String> closures = new TreeMap<>();
        for (String line : form.typed("closures").lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher matcher = CLOSURE.matcher(line);
            try {
                if (matcher.matches()) {
                    LocalDate day = LocalDate.of(
                            Integer.parseInt(matcher.group(3)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(1)));
                    String why = matcher.group(4).strip();
                    closures.put(day, why.isEmpty() ? "Chiusura" : why);
                    continue;
                }
            } catch (DateTimeException e) {
                // told below, as any other slip
            }
            form.reject("closures", Messages.text("tickets.calendar.day", line));
        }
        return closures;
    }

    static FormInput of(ServiceLevel level) {
        return FormInput.empty()
                .with("version", level.version())
                .with("title", level.title())
                .with("category", level.category())
                .with("urgency", level.urgency())
                .with("service", level.service())
                .with("takeInCharge", hours(level.takeInCharge()))
                .with("solution", hours(level.solution()));
    }

    /**
     * The promise that was typed; {@code null} when the form says what is wrong.
     *
     * @param code of the promise that is changed; "" for a new one
     */
    static @Nullable ServiceLevel level(FormInput form, String code) {
        String title = form.required("title", "tickets.level.title");
        Duration take = minutes(form, "takeInCharge");
        Duration solution = minutes(form, "solution");
        Urgency urgency = form.choice("urgency", Urgency.class);
        String slug = code.isEmpty() ? slug(title) : code;
        if (form.isValid() && slug.isEmpty()) {
            form.reject("title", Messages.text("tickets.level.title"));
        }
        if (form.isValid() && take != null && solution != null && solution.compareTo(take) < 0) {
            form.reject("solution", Messages.text("tickets.level.order"));
        }
        if (!code.isEmpty()) {
            form.required("reason", "tickets.reason.required");
        }
        return form.isValid() && take != null && solution != null
                ? new ServiceLevel(
                        0, slug, 1, title, form.text("category"), urgency, form.text("service"), take, solution)
                : null;
    }

    private static @Nullable Duration minutes(FormInput form, String field) {
        BigDecimal hours = form.decimal(field);
        if (hours == null || hours.signum() <= 0 || hours.compareTo(MOST_HOURS) > 0) {
            form.reject(field, Messages.text("tickets.level.minutes"));
            return null;
        }
        long minutes = hours.multiply(MINUTES).longValue();
        if (minutes < 1) {
            form.reject(field, Messages.text("tickets.level.minutes"));
            return null;
        }
        return Duration.ofMinutes(minutes);
    }

    private static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toMinutes()).divide(MINUTES, 4, java.math.RoundingMode.HALF_UP);
    }

    static FormInput of(Category category) {
        FormInput form = FormInput.empty()
                .with("version", category.version())
                .with("title", category.title())
                .with("hint", category.hint())
                .with("retired", category.retired() ? "si" : null)
                .with("citizens", category.citizens() ? "si" : null);
        category.asks().forEach(ask -> form.with(ask.name(), "si"));
        return form;
    }

    /** The category that was typed; {@code null} when the form says what is wrong. */
    static @Nullable Category category(FormInput form, @Nullable Category before) {
        String title = form.required("title", "tickets.category.title");
        String code = before == null ? slug(title) : before.code();
        if (form.isValid() && code.isEmpty()) {
            form.reject("title", Messages.text("tickets.category.title"));
        }
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        Arrays.stream(Ask.values()).filter(ask -> form.isChecked(ask.name())).forEach(asks::add);
        if (!form.isValid()) {
            return null;
        }
        return new Category(
                before == null ? 0 : before.id(),
                code,
                before == null ? form.text("parent") : before.parent(),
                title,
                form.textOrEmpty("hint"),
                asks,
                form.isChecked("retired"),
                form.isChecked("citizens"),
                form.version());
    }

    static List<Option> categories(Rulebook rules, String none) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", none));
        rules.offered().forEach(one -> options.add(new Option(one.code(), rules.title(one))));
        return options;
    }

    /** {@code Posta elettronica} → {@code posta-elettronica}. */
    private static String slug(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
