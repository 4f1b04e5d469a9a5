// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a body, as known at a date.
 *
 * @param kind a code of {@link FigureKinds}
 * @param date reference date; {@code null} when who asks states it for whatever date the tariff wants
 * @param source where it comes from, such as "ISTAT"; {@code null} when not said
 * @param mark such as "dimostrativo", to be shown wherever the figure counts; {@code null} for a real one
 */
public record Figure(
        String kind,
        BigDecimal value,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String mark) {

    /** A figure stated for the calculation, good for any date. */
    public static Figure stated(String kind, long value) {
        return new Figure(kind, BigDecimal.valueOf(value), null, null, null);
    }

    /** A figure at a date, of known source. */
    public static Figure at(LocalDate date, String kind, long value, String source) {
        return new Figure(kind, BigDecimal.valueOf(value), date, source, null);
    }
}
