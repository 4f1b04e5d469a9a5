// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a provvisorio collects which accertamento.
 *
 * @param collectedOn the day the treasurer took the money in
 * @param riscossione the order that regularises it; {@code null} until there is one
 * @param undoing who took it back, when and why; {@code null} while it stands
 */
public record Allocation(
        AllocationId id,
        ProvvisorioId provvisorio,
        AccertamentoId accertamento,
        Euro amount,
        LocalDate collectedOn,
        @Nullable RiscossioneId riscossione,
        String recordedBy,
        Instant recordedAt,
        @Nullable Undoing undoing) {

    /** An allocation taken back stays in the history. */
    public record Undoing(String by, Instant at, String reason) {}

    public boolean stands() {
        return undoing == null;
    }
}
