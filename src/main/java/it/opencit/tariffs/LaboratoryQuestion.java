// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import org.jspecify.annotations.Nullable;

/**
 * What a form of the laboratory asks.
 *
 * @param budget what the centre must take in, VAT excluded; {@code null} when not said
 * @param address the query of the page that asks the same again
 */
record LaboratoryQuestion(
        Calculator calculator,
        Experiment experiment,
        @Nullable Euro budget,
        boolean mapOfDifferences,
        String address) {

    LaboratoryReport answer() {
        return new LaboratoryReport(
                experiment.year(),
                experiment.now().title(),
                experiment.then().title(),
                budget,
                Laboratory.compare(calculator, experiment).bodies());
    }
}
