// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of a row: {@code 2017}, {@code 03/2017}, {@code 2017-03}, {@code 01/01/2017-30/06/2017}, {@code 10/03/2017}. */
final class CsvDays {

    private static final String DAY = "(\\d{1,2})/(\\d{1,2})/(\\d{4})";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern ONE_DAY = Pattern.compile(DAY);
    private static final Pattern DAYS = Pattern.compile(DAY + "\\s*(?:-|al|–)\\s*" + DAY);

    private CsvDays() {}

    /** @throws Refusal when it is none of these, or spans two years */
    static Period read(String text) {
        Period days = days(text);
        LocalDate to = days.to();
        if (days.from().getYear() < 1990
                || to == null
                || to.getYear() > 2200
                || days.from().getYear() != to.getYear()) {
            throw Refusal.inField("periodo", "subscriptions.import.period", text);
        }
        return days;
    }

    private static Period days(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                return Period.ofYear(Integer.parseInt(text));
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return month(number(month, 2), number(month, 1));
            }
            Matcher iso = ISO_MONTH.matcher(text);
            if (iso.matches()) {
                return month(number(iso, 1), number(iso, 2));
            }
            Matcher day = ONE_DAY.matcher(text);
            if (day.matches()) {
                return new Period(day(day, 1), day(day, 1));
            }
            Matcher days = DAYS.matcher(text);
            if (days.matches() && !day(days, 4).isBefore(day(days, 1))) {
                return new Period(day(days, 1), day(days, 4));
            }
        } catch (DateTimeException noSuchDay) {
            throw Refusal.inField("periodo", "subscriptions.import.period", text);
        }
        throw Refusal.inField("periodo", "subscriptions.import.period", text);
    }

    private static Period month(int year, int month) {
        YearMonth whole = YearMonth.of(year, month);
        return new Period(whole.atDay(1), whole.atEndOfMonth());
    }

    private static LocalDate day(Matcher found, int first) {
        return LocalDate.of(number(found, first + 2), number(found, first + 1), number(found, first));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
