// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order of collection (ordinanza di riscossione, reversale): it regularises the allocations it names.
 *
 * @param reversaleNumber of the order as the treasurer knows it; {@code null} until it comes
 */
public record Riscossione(
        RiscossioneId id,
        Act order,
        int fiscalYear,
        @Nullable String reversaleNumber,
        @Nullable LocalDate reversaleDate) {}
