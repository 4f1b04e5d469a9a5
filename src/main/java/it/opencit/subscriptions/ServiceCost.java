// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Euro;
import it.opencit.tariffs.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What one price of a service comes to.
 *
 * @param units how many were taken, such as {@code caselle: 1}; "" when nothing is counted
 * @param asMember what it would be with a convention, for who has none; {@code null} for a member, or when it is not known
 */
public record ServiceCost(
        ServicePrice price,
        String units,
        Outcome outcome,
        @Nullable Euro asMember) {

    /** VAT included; {@code null} when it cannot be computed. */
    public @Nullable Euro amount() {
        return outcome instanceof Outcome.Computed computed ? computed.amount() : null;
    }
}
