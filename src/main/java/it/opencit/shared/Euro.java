// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import it.opencit.shared.pages.Italian;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An amount in euro, exact to the cent. A negative amount is a credit (storno, conguaglio a favore).
 *
 * @param cents whole cents
 */
public record Euro(long cents) implements Comparable<Euro>, Serializable {

    public static final Euro ZERO = new Euro(0);

    /**
     * Reads a decimal number with a point and at most two decimals, as in the API: {@code "1973.63"}.
     *
     * @throws IllegalArgumentException when the text is not such a number
     */
    @JsonCreator
    public static Euro of(String decimal) {
        return exactly(new BigDecimal(decimal));
    }

    /**
     * The amount equal to an exact number.
     *
     * @throws IllegalArgumentException when it has fractions of a cent or does not fit
     */
    public static Euro exactly(BigDecimal value) {
        try {
            return new Euro(value.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Not an amount in whole cents: " + value, e);
        }
    }

    /** The amount nearest to an exact one; half a cent goes up (away from zero). Rules say where this is done. */
    public static Euro roundHalfUp(BigDecimal exact) {
        return exactly(exact.setScale(2, RoundingMode.HALF_UP));
    }

    public static Euro sum(Collection<Euro> amounts) {
        return amounts.stream().reduce(ZERO, Euro::plus);
    }

    public Euro plus(Euro other) {
        return new Euro(Math.addExact(cents, other.cents));
    }

    public Euro minus(Euro other) {
        return new Euro(Math.subtractExact(cents, other.cents));
    }

    public Euro negated() {
        return new Euro(Math.negateExact(cents));
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isZero() {
        return cents == 0;
    }

    /** The same amount as a number with two decimals. */
    public BigDecimal value() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** As the API and the exports write it: {@code 1973.63}. */
    @JsonValue
    @Override
    public String toString() {
        return value().toPlainString();
    }

    /** As a page writes it: {@code € 1.973,63}. */
    public String inItalian() {
        return "€ " + Italian.money(value());
    }

    @Override
    public int compareTo(Euro other) {
        return Long.compare(cents, other.cents);
    }
}
