// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.shared.Euro;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body would pay for a service, for one kind of charge and variant.
 *
 * @param variant "" when it holds for every variant
 * @param tariff that rules the year; {@code null} when none does
 * @param quantities taken for the calculation
 * @param units how they are called, "" when nothing is counted
 */
record OfferCost(
        ChargeKind kind,
        String variant,
        @Nullable Tariff tariff,
        Map<String, BigDecimal> quantities,
        String units,
        Outcome outcome) {

    /** VAT included; {@code null} when it cannot be computed. */
    @Nullable
    Euro amount() {
        return outcome instanceof Outcome.Computed computed ? computed.amount() : null;
    }

    /** Whether the amount is itself to be given: then nobody knows it before the centre quotes it. */
    boolean isQuoted() {
        return tariff != null
                && UnitNames.counted(tariff).stream()
                        .anyMatch(quantity -> quantity.unit().equals("euro"));
    }
}
