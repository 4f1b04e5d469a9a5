// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import java.math.BigDecimal;

/**
 * A percentage such as 40 or 22 (not 0.40), with as many decimals as its source states.
 *
 * @param value per cent, exact; {@code 12.5} is twelve and a half per cent
 */
public record Percentage(BigDecimal value) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Percentage of(String value) {
        return new Percentage(new BigDecimal(value));
    }

    /** The exact part of {@code whole}; the caller rounds where its rule says so. */
    public BigDecimal of(BigDecimal whole) {
        return whole.multiply(value).divide(HUNDRED);
    }

    /** Whether it lies between 0 and 100, both included. */
    public boolean isShare() {
        return value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
    }

    /** As a page writes it: {@code 12,5 %}. */
    public String inItalian() {
        return value.stripTrailingZeros().toPlainString().replace('.', ',') + " %";
    }
}
