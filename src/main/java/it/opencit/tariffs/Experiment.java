// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A question to the laboratory: two tariffs on the same bodies.
 *
 * @param now the tariff to start from, usually the one in force
 * @param then the tariff to try
 * @param quantities the same for every body, by {@link Quantity#key()}
 * @param latestFigures whether the latest figure stands in where the one of the tariff's date is missing, with a mark:
 *     allowed here, where amounts are tried, and never for what is really owed
 */
record Experiment(
        int year,
        Tariff now,
        Tariff then,
        List<TriedBody> bodies,
        Map<String, BigDecimal> quantities,
        boolean latestFigures) {

    Experiment {
        bodies = List.copyOf(bodies);
        quantities = Map.copyOf(quantities);
    }

    /** The bodies as the tariffs see them, in order. */
    List<Case> cases() {
        return bodies.stream()
                .map(body ->
                        new Case(latestFigures ? LatestFigures.addedTo(body.subject()) : body.subject(), quantities))
                .toList();
    }
}
