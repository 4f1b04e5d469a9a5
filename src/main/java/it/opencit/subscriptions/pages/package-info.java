// SPDX-License-Identifier: EUPL-1.2
/** What the pages of subscriptions show: plain values, already in Italian. */
@NullMarked
package it.opencit.subscriptions.pages;

import org.jspecify.annotations.NullMarked;
