// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription whose story happened elsewhere: for imports and demonstrations.
 *
 * @param request as it was made; its quantities and payers are what was asked
 * @param from first day of use
 * @param terms the fee periods
 * @param quantities over time
 * @param payers from the year of {@code from}
 * @param termination how it ended; {@code null} while it is in use
 */
public record CompletedSubscription(
        NewRequest request,
        LocalDate from,
        List<FeeTerm> terms,
        List<DatedQuantity> quantities,
        List<PayerShare> payers,
        @Nullable Termination termination) {

    public CompletedSubscription {
        terms = List.copyOf(terms);
        quantities = List.copyOf(quantities);
        payers = List.copyOf(payers);
    }
}
