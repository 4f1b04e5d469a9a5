// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.math.BigDecimal;

/**
 * A quantity that a tariff takes, the same for all members in a year: such as the cost to be shared.
 *
 * @param tariff code, such as {@code lecco-2018-2022/costi-comuni}
 * @param quantity key, such as {@code cost}
 * @param value zero or more, in the unit that the tariff declares
 * @param source where it comes from: the act, the estimate, the accounts
 */
public record YearValue(int year, String tariff, String quantity, BigDecimal value, String source) {}
