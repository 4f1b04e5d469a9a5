// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact about a body: how many inhabitants, businesses, workstations it had on a day.
 *
 * @param kind code of the kind, such as {@link FigureKind#RESIDENTS}
 * @param date the day it was true (reference date)
 * @param value in the unit of the kind, never negative
 * @param source where it comes from, in Italian
 * @param mark a warning to show beside it, such as {@code dimostrativo}; {@code null} for a plain fact
 */
public record Figure(
        String kind,
        LocalDate date,
        BigDecimal value,
        String source,
        @Nullable String mark) {

    /** Whole numbers without decimals, so that equal values are equal. */
    public Figure {
        value = plain(value);
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
