// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

/** A cost as it is kept; {@code version} is for optimistic locking. */
record StoredCost(long id, Cost cost, int version) {}
