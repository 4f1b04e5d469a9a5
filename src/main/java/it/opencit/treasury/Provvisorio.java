// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Money that the treasurer took in without an order, to be regularised by one (TUEL, art. 180, c. 4).
 *
 * @param organization the body recognised in the payer; {@code null} when it is none of the centre's
 * @param organizationName as it was called when it was recognised; "" when it was not
 * @param reversed taken back by the treasurer
 * @param regularised covered by orders, as the treasurer's journal says
 * @param allocated sum of the allocations that stand
 * @param setAside why it does not concern the centre; {@code null} when it does
 */
public record Provvisorio(
        ProvvisorioId id,
        int treasuryYear,
        long number,
        LocalDate receivedOn,
        String payerName,
        String payerTaxCode,
        @Nullable OrganizationId organization,
        String organizationName,
        String reason,
        Euro amount,
        Euro reversed,
        Euro regularised,
        Euro allocated,
        String execution,
        String reference,
        @Nullable String setAside,
        ProvvisorioState state,
        int version) {

    private static final int DAYS = 60;

    /** What is left to allocate; never negative, the database keeps it so. */
    public Euro residual() {
        return amount.minus(reversed).minus(allocated);
    }

    /** The last day to regularise it: sixty days from when it was received. */
    public LocalDate regulariseBy() {
        return regulariseBy(receivedOn);
    }

    /** The last day for the treasurer's yearly account, which no provvisorio may outlive (TUEL, art. 226, c. 1). */
    public LocalDate accountDue() {
        return LocalDate.of(treasuryYear + 1, 1, 30);
    }

    /** Days from today to the last one; negative when it has passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, regulariseBy());
    }

    /** Whether somebody has still to do something with it. */
    public boolean isOpen() {
        return state == ProvvisorioState.OPEN || state == ProvvisorioState.PARTIAL;
    }

    /** {@code 16577/2017}. */
    public String label() {
        return number + "/" + treasuryYear;
    }

    static LocalDate regulariseBy(LocalDate receivedOn) {
        return receivedOn.plusDays(DAYS);
    }
}
