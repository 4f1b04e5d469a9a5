// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.pages.Italian;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of the public interface, kept in {@code messages/site.properties} and {@code site_en.properties}. */
public final class SiteText {

    private static final Map<Language, SiteText> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new SiteText(language));
        }
    }

    private final Language language;
    private final ResourceBundle bundle;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    private SiteText(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "messages/site",
                language == Language.ITALIAN ? java.util.Locale.ROOT : language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
        this.month = DateTimeFormatter.ofPattern("MMMM yyyy", language.locale());
    }

    public static SiteText in(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /** @throws java.util.MissingResourceException when there is no such key: a defect of ours */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** With arguments, numbers written as the language wants. */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** {@code 21 novembre 2026}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** The day in Rome: {@code 21 novembre 2026}. */
    public String day(Instant instant) {
        return day(instant.atZone(Italian.ROME).toLocalDate());
    }

    /** {@code novembre 2026}. */
    public String month(LocalDate date) {
        return month.format(date);
    }

    /** {@code 9:05}, in Rome. */
    public String time(Instant instant) {
        ZonedDateTime local = instant.atZone(Italian.ROME);
        return "%d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /** {@code 21 novembre 2026, ore 9:05}, in Rome. */
    public String moment(Instant instant) {
        return get("moment", day(instant), time(instant));
    }
}
