// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.OfferingId;
import it.opencit.subscriptions.SubscriptionId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service on a sheet.
 *
 * @param subscription the service in use; {@code null} for one that the body does not use
 * @param quantities asked, as totals, by key of the tariff
 * @param outcome what became of it; {@code null} until the campaign is closed
 * @param why a decision is needed, or was taken; "" otherwise
 * @param requested the subscription that this line opened
 */
record Line(
        long id,
        SheetId sheet,
        OfferingId offering,
        @Nullable SubscriptionId subscription,
        @Nullable LineAnswer answer,
        Map<String, BigDecimal> quantities,
        String variant,
        String note,
        @Nullable LineOutcome outcome,
        String why,
        @Nullable SubscriptionId requested) {

    Line {
        quantities = Map.copyOf(quantities);
    }

    boolean isInUse() {
        return subscription != null;
    }
}
