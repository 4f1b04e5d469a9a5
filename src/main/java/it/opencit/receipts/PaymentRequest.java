// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one payer is asked for after an approval.
 *
 * @param year of issue, in which {@code number} is progressive
 * @param duesYear the year of the dues
 * @param notice number of the pagoPA notice; {@code null} for the other channels
 * @param sending {@code null} until it is sent
 * @param version for optimistic locking
 */
public record PaymentRequest(
        PaymentRequestId id,
        int year,
        int number,
        LocalDate issuedOn,
        DuesRunId run,
        int duesYear,
        OrganizationId payer,
        Euro amount,
        Channel channel,
        RequestDocument document,
        @Nullable String notice,
        @Nullable Sending sending,
        int version) {

    /**
     * When it left and when it must be paid.
     *
     * @param to address, "" when it was not sent by e-mail
     * @param dueOn the last day to pay
     * @param file what was sent; {@code null} when it left by another way
     */
    public record Sending(
            LocalDate sentOn,
            String to,
            LocalDate receivedOn,
            LocalDate dueOn,
            @Nullable FileId file) {}

    /** As letters cite it: {@code 12/2019}. */
    public String label() {
        return number + "/" + year;
    }
}
