// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Income that was assessed: who owes how much, for what, on which act (TUEL, art. 179).
 *
 * @param number given by the accounting office; {@code null} until it comes
 * @param year the one written after the number
 * @param fiscalYear the year whose budget the income belongs to
 * @param object service or convention
 * @param reduced sum of the reductions
 * @param collected sum of the allocations that stand
 * @param source key of who recorded it; "" for none
 */
public record Accertamento(
        AccertamentoId id,
        @Nullable String number,
        int year,
        int fiscalYear,
        Act act,
        OrganizationId beneficiary,
        String beneficiaryName,
        OrganizationId payer,
        String payerName,
        String object,
        String chapter,
        Euro amount,
        Euro reduced,
        Euro collected,
        @Nullable LocalDate due,
        String source,
        int version) {

    /** What is still to be collected; never negative, the database keeps it so. */
    public Euro residual() {
        return amount.minus(reduced).minus(collected);
    }

    /** What is owed after the reductions. */
    public Euro owed() {
        return amount.minus(reduced);
    }

    public AccertamentoState state() {
        if (owed().isZero()) {
            return AccertamentoState.CANCELLED;
        }
        return residual().isZero() ? AccertamentoState.COLLECTED : AccertamentoState.ASSESSED;
    }

    /** {@code 1003/2015}, or what stands for a number that has not come yet. */
    public String label() {
        return number == null ? "senza numero, anno " + year : number + "/" + year;
    }
}
