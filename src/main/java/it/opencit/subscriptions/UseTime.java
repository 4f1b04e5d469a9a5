// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.tariffs.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * How long a service has been in use, as tariffs ask it. A month counts in full from the day it is begun, both the first
 * and the last.
 */
final class UseTime {

    /** Those that say how long, not how much. */
    static final Set<String> KEYS = Set.of(Quantity.YEAR_OF_USE, Quantity.MONTHS_OF_USE, Quantity.MONTHS_BEFORE);

    private UseTime() {}

    /**
     * The three quantities of time.
     *
     * @param firstDay of use
     * @param from first day of the fee period
     * @param to last day of the fee period, in the same year
     */
    static Map<String, BigDecimal> of(LocalDate firstDay, LocalDate from, LocalDate to) {
        return Map.of(
                Quantity.YEAR_OF_USE, BigDecimal.valueOf(Math.max(1, from.getYear() - firstDay.getYear() + 1L)),
                Quantity.MONTHS_OF_USE, BigDecimal.valueOf(months(from, to)),
                Quantity.MONTHS_BEFORE, BigDecimal.valueOf(monthsBefore(firstDay, from)));
    }

    /** Calendar months begun, the first and the last included. */
    static long months(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1)) + 1;
    }

    /** Months of use before the year of the period. */
    private static long monthsBefore(LocalDate firstDay, LocalDate from) {
        LocalDate newYear = LocalDate.of(from.getYear(), 1, 1);
        return firstDay.isBefore(newYear) ? months(firstDay, newYear.minusDays(1)) : 0;
    }
}
