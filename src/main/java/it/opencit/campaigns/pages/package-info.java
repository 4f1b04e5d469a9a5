// SPDX-License-Identifier: EUPL-1.2
/** What the pages of campaigns show: plain values, already in Italian. */
@NullMarked
package it.opencit.campaigns.pages;

import org.jspecify.annotations.NullMarked;
