// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Offering;
import it.opencit.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as it looks to one body in a year: what it would cost, what is included, whether it may ask.
 *
 * @param refusal why it may not ask; {@code null} when it may
 * @param own the subscription that it has, or has asked for; {@code null} for none
 */
record Offer(
        Offering offering,
        int year,
        @Nullable Refusal refusal,
        @Nullable Subscription own,
        List<OfferCost> costs,
        List<OfferAllowance> allowances) {}
