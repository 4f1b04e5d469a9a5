// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something recorded on a subscription.
 *
 * @param what Italian, what it was
 * @param summary Italian, with the details
 * @param recordedBy user name
 */
record SubscriptionTransition(
        long id,
        SubscriptionId subscription,
        String what,
        LocalDate on,
        String summary,
        String reason,
        String recordedBy,
        Instant recordedAt) {}
