// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that a tariff states: an amount or rate in euro, a percentage, a size, an allowance.
 *
 * @param value exact, with the decimals of its source
 * @param toConfirm why it is not certain; {@code null} when an act states it. It computes all the same, and the mark
 *     travels with every amount it touches
 */
public record Parameter(BigDecimal value, @Nullable String toConfirm) {

    public Parameter {
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    /** A number stated by an act. */
    public static Parameter of(String value) {
        return new Parameter(new BigDecimal(value), null);
    }

    /** A placeholder for a number that the sources do not state. */
    public static Parameter toConfirm(String value, String why) {
        return new Parameter(new BigDecimal(value), why);
    }
}
