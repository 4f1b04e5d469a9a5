// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** A dated quantity as it is kept. */
record StoredQuantity(long id, SubscriptionId subscription, DatedQuantity quantity) {}
