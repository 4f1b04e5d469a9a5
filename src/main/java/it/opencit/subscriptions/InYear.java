// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** A subscription in a calendar year. */
record InYear(SubscriptionId subscription, int year) {}
