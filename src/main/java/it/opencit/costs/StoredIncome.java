// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

/** Other income as it is kept; {@code version} is for optimistic locking. */
record StoredIncome(long id, OtherIncome income, int version) {}
