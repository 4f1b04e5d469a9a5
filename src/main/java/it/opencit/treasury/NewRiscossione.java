// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The order that regularises allocations.
 *
 * @param order {@code Ordinanza di riscossione n. 51 del 09/01/2018}
 * @param fiscalYear the year whose accounts it is entered in
 * @param reversaleNumber of the order as the treasurer knows it; {@code null} when it comes later
 */
public record NewRiscossione(
        Act order,
        int fiscalYear,
        @Nullable String reversaleNumber,
        @Nullable LocalDate reversaleDate) {

    public NewRiscossione {
        if (fiscalYear < 1900 || fiscalYear > 2200) {
            throw Refusal.inField("fiscalYear", "treasury.year");
        }
        reversaleNumber = reversaleNumber == null || reversaleNumber.isBlank() ? null : reversaleNumber.strip();
        if (reversaleNumber == null && reversaleDate != null) {
            throw Refusal.inField("reversaleNumber", "treasury.riscossione.reversale-number");
        }
    }
}
