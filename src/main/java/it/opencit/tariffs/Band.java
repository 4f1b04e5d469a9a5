// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table by bands: "up to and including {@code upTo}".
 *
 * @param from first whole unit of the band; {@code null} means the one after the previous band
 * @param upTo last unit of the band; {@code null} means no end, and only the last band has none
 * @param value amount, rate or allowance of the band, as the table says
 */
public record Band(@Nullable Long from, @Nullable Long upTo, Parameter value) {

    /** The band that goes on from the previous one to {@code upTo} included. */
    public static Band upTo(long upTo, String value) {
        return new Band(null, upTo, Parameter.of(value));
    }

    /** The last band. */
    public static Band above(String value) {
        return new Band(null, null, Parameter.of(value));
    }

    /** Whether a measure that is beyond the previous band lies in this one. */
    boolean reaches(BigDecimal measure) {
        return upTo == null || measure.compareTo(BigDecimal.valueOf(upTo)) <= 0;
    }
}
