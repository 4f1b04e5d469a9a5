// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of whole days, both ends included.
 *
 * @param from first day
 * @param to last day; {@code null} when the end is not known
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on " + to + ", before its start on " + from);
        }
    }

    /** From 1 January to 31 December. */
    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the two share at least one day. */
    public boolean overlaps(Period other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }
}
