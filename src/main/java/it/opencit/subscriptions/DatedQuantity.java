// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Period;
import java.math.BigDecimal;

/**
 * How many units of something a body has, from a day to another: 3 mailboxes until June, 5 after.
 *
 * @param key of the quantity in the tariff, such as {@code mailboxes}
 * @param days first and last day; the last is {@code null} while it goes on
 * @param value never negative, a total
 */
public record DatedQuantity(String key, Period days, BigDecimal value, String note) {

    public DatedQuantity {
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
