// SPDX-License-Identifier: EUPL-1.2
/** What the pages of costs show: plain values, already in Italian. */
@NullMarked
package it.opencit.costs.pages;

import org.jspecify.annotations.NullMarked;
