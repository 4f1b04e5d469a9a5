// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and dates as an Italian reader writes them. */
public final class Italian {

    /** The time zone of everything that is shown. */
    public static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ITALY);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ITALY);

    // Costly to make, not safe to share among threads, cheap to copy.
    private static final DecimalFormat NUMBER =
            new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ITALY));
    private static final DecimalFormat MONEY =
            new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ITALY));

    private Italian() {}

    /** {@code 31/12/2013}; empty for no date. */
    public static String date(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** {@code 31/12/2013 09:05}, in Rome. */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? "" : MOMENT.format(instant.atZone(ROME));
    }

    /** {@code 8.757} or {@code 0,125}: as many decimals as the number has. */
    public static String number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        return ((DecimalFormat) NUMBER.clone()).format(number);
    }

    /** {@code 1.973,63}, always two decimals. */
    public static String money(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        return ((DecimalFormat) MONEY.clone()).format(amount);
    }
}
