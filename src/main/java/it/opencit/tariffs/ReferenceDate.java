// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which date's figure a tariff wants. */
public sealed interface ReferenceDate {

    /** A date frozen for the whole convention, such as 31.12.2013. */
    record On(LocalDate day) implements ReferenceDate {}

    /** A date that moves with the year computed. */
    enum Moving implements ReferenceDate {
        /** 31 December of the year before. */
        PREVIOUS_YEAR_END,
        /** 31 December of two years before, as TUEL art. 156 counts the population. */
        PENULTIMATE_YEAR_END,
        /** The most recent figure, not later than the end of the year computed: a past year stays as it was. */
        LATEST
    }

    /** The exact date wanted for a year; {@code null} when the latest will do. */
    default @Nullable LocalDate in(int year) {
        return switch (this) {
            case On(var day) -> day;
            case Moving.PREVIOUS_YEAR_END -> LocalDate.of(year - 1, 12, 31);
            case Moving.PENULTIMATE_YEAR_END -> LocalDate.of(year - 2, 12, 31);
            case Moving.LATEST -> null;
        };
    }
}
