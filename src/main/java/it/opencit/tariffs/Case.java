// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A body and what it asks for.
 *
 * @param quantities totals by {@link Quantity#key()}
 */
public record Case(Subject subject, Map<String, BigDecimal> quantities) {

    public Case {
        quantities = Map.copyOf(quantities);
    }

    /** A body with nothing to count but its figures. */
    public static Case of(Subject subject) {
        return new Case(subject, Map.of());
    }
}
