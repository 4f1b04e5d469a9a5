// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Period;
import java.math.BigDecimal;

/**
 * How much of something a body consumed.
 *
 * @param key of the quantity in the tariff, such as {@code lookups}
 * @param days first and last day, of one year
 * @param value never negative, of those days alone
 */
record Consumed(SubscriptionId subscription, String key, Period days, BigDecimal value, String note) {}
