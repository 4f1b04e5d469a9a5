// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import org.jspecify.annotations.Nullable;

/**
 * A body that pays part of a service of another.
 *
 * @param fromYear first year to which it applies
 * @param toYear last year; {@code null} while it goes on
 */
record SubscriptionPayer(
        SubscriptionId subscription,
        PayerShare share,
        int fromYear,
        @Nullable Integer toYear) {

    boolean holdsIn(int year) {
        return year >= fromYear && (toYear == null || year <= toYear);
    }
}
