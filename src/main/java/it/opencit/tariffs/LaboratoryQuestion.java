// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import org.jspecify.annotations.Nullable;

/**
 * What a form of the laboratory asks.
 *
 * @param now how the first tariff is called
 * @param then how the tariff tried is called
 * @param budget what the centre must take in, VAT excluded; {@code null} when not said
 * @param address the query of the page that asks the same again
 */
record LaboratoryQuestion(
        Calculator calculator,
        Experiment experiment,
        String now,
        String then,
        @Nullable Euro budget,
        boolean mapOfDifferences,
        String address) {

    LaboratoryReport answer() {
        return new LaboratoryReport(
                experiment.year(),
                now,
                then,
                budget,
                Laboratory.compare(calculator, experiment).bodies());
    }
}
