// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.math.BigDecimal;

/**
 * How many units of something a body has without paying, and how many are left in the year.
 *
 * @param label Italian, what is counted
 * @param unit Italian plural written after the number
 * @param used by the body, or by all that share it
 * @param shared whether the Unione and its members have it once, together
 */
record OfferAllowance(String key, String label, String unit, BigDecimal included, BigDecimal used, boolean shared) {

    BigDecimal left() {
        return included.subtract(used).max(BigDecimal.ZERO);
    }
}
