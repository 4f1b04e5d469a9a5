// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the laboratory, as it is shown and, when asked, stored: every total follows from the bodies.
 *
 * @param now title of the first tariff
 * @param then title of the tariff tried
 * @param budget what the centre must take in, VAT excluded; {@code null} when not said
 */
record LaboratoryReport(
        int year, String now, String then, @Nullable Euro budget, List<ComparedBody> bodies) {

    LaboratoryReport {
        bodies = List.copyOf(bodies);
    }
}
