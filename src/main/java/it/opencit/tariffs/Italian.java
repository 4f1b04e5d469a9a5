// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates as an Italian reader writes them. */
final class Italian {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ITALY);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ITALY);

    private Italian() {}

    /** Such as {@code 8.757} or {@code 0,5}. */
    static String number(BigDecimal value) {
        return new DecimalFormat("#,##0.########", SYMBOLS).format(value);
    }

    static String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /** An exact amount, at least with its cents: {@code € 1.094,625}. */
    static String euro(BigDecimal value) {
        return "€ " + new DecimalFormat("#,##0.00######", SYMBOLS).format(value);
    }

    static String percent(BigDecimal value) {
        return number(value) + " %";
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }
}
