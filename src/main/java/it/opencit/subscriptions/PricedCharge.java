// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Euro;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import org.jspecify.annotations.Nullable;

/**
 * A charge and what it comes to.
 *
 * @param tariff that ruled the year; {@code null} when none did
 * @param outcome the amount, or why there is none
 */
public record PricedCharge(Charge charge, @Nullable Tariff tariff, Outcome outcome) {

    /** The amount, VAT included; {@code null} when it cannot be computed. */
    public @Nullable Euro amount() {
        return outcome instanceof Outcome.Computed computed ? computed.amount() : null;
    }
}
