// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that a tariff takes, always as a total: allowances are deducted by the tariff.
 *
 * @param key name in the API and in the tree, such as {@code mailboxes}
 * @param label Italian question to the reader, such as "Caselle PEC attive nell'anno"
 * @param unit Italian plural written after the number, such as "caselle"
 * @param whenMissing what to take when it is not given; {@code null} when it must be given
 */
public record Quantity(
        String key, String label, String unit, @Nullable BigDecimal whenMissing) {

    /** Which year of use this is: 1 is the year of activation. */
    public static final String YEAR_OF_USE = "yearOfUse";

    /** Months of use in the year computed, 1 to 12; 12 when not given. */
    public static final String MONTHS_OF_USE = "monthsOfUse";

    /** Months of use before the year computed; 0 when not given. */
    public static final String MONTHS_BEFORE = "monthsBefore";

    static final BigDecimal MONTHS_IN_YEAR = BigDecimal.valueOf(12);

    /** The quantity as the engine knows it when a tariff does not declare it. */
    static Quantity undeclared(String key) {
        return switch (key) {
            case YEAR_OF_USE -> new Quantity(key, "Anno di utilizzo (1 è il primo)", "anno di utilizzo", null);
            case MONTHS_OF_USE -> new Quantity(key, "Mesi di utilizzo nell'anno", "mesi", MONTHS_IN_YEAR);
            case MONTHS_BEFORE -> new Quantity(key, "Mesi di utilizzo prima dell'anno", "mesi", BigDecimal.ZERO);
            default -> new Quantity(key, key, "unità", null);
        };
    }
}
