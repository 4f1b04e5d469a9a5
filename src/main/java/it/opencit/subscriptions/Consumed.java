// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How much of something a body consumed.
 *
 * @param key of the quantity in the tariff, such as {@code lookups}
 * @param days first and last day, of one year
 * @param value never negative, of those days alone
 */
public record Consumed(SubscriptionId subscription, String key, Period days, BigDecimal value, String note) {

    public Consumed {
        if (days.to() == null) {
            throw new IllegalArgumentException("What was consumed has a last day: " + days);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    LocalDate lastDay() {
        return Objects.requireNonNull(days.to());
    }
}
