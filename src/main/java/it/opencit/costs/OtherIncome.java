// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.shared.Euro;

/**
 * Income of a year that is neither a quota nor a service: a contribution, a grant.
 *
 * @param amount more than zero
 * @param act that grants it; "" when not stated
 */
public record OtherIncome(int year, IncomeSource source, String description, Euro amount, String act) {}
