// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Euro;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A charge and what it comes to.
 *
 * @param tariff that ruled the year; {@code null} when none did
 * @param outcome the amount, or why there is none
 * @param residents those that counted; else those of the day that the tariff names, or the latest; {@code null} when not known
 */
public record PricedCharge(
        Charge charge,
        @Nullable Tariff tariff,
        Outcome outcome,
        @Nullable BigDecimal residents) {

    /** The amount, VAT included; {@code null} when it cannot be computed. */
    public @Nullable Euro amount() {
        return outcome instanceof Outcome.Computed computed ? computed.amount() : null;
    }
}
