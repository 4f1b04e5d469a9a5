// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that the treasurer took in without an order (TUEL, art. 180, c. 4).
 *
 * @param treasuryYear year of the treasurer's accounts, in which the number is unique
 * @param receivedOn the day the treasurer took it in
 * @param payerTaxCode of the payer, as the treasurer writes it; "" when not known
 * @param organization the body that paid, where it is known; {@code null} to have it recognised
 * @param reason what the payer wrote (causale)
 * @param execution how it arrived, such as {@code SEPA CREDIT TRANSFER}; "" when not known
 * @param reference end-to-end id or the treasurer's reference; "" when there is none
 */
public record NewProvvisorio(
        int treasuryYear,
        long number,
        LocalDate receivedOn,
        String payerName,
        String payerTaxCode,
        @Nullable OrganizationId organization,
        String reason,
        Euro amount,
        String execution,
        String reference) {

    static final long LARGEST_NUMBER = 999_999_999_999_999_999L;

    public NewProvvisorio {
        if (treasuryYear < 1900 || treasuryYear > 2200) {
            throw Refusal.inField("treasuryYear", "treasury.year");
        }
        if (number < 1 || number > LARGEST_NUMBER) {
            throw Refusal.inField("number", "treasury.provvisorio.number");
        }
        Amounts.check("amount", amount);
    }

    /** The same, paid by a body. */
    NewProvvisorio paidBy(@Nullable OrganizationId body) {
        return new NewProvvisorio(
                treasuryYear, number, receivedOn, payerName, payerTaxCode, body, reason, amount, execution, reference);
    }
}
