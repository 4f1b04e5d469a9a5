// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * How one body is asked for money, where it differs from the others.
 *
 * @param channel {@code null} for that of its kind
 * @param document {@code null} for that of the centre
 * @param email where requests go; "" for its digital domicile
 */
public record PayerTerms(
        OrganizationId payer,
        @Nullable Channel channel,
        @Nullable RequestDocument document,
        String email,
        String notes,
        int version) {

    static PayerTerms usual(OrganizationId payer) {
        return new PayerTerms(payer, null, null, "", "", 0);
    }
}
