// SPDX-License-Identifier: EUPL-1.2
/** What the pages of agreements show: plain values, already in Italian. */
@NullMarked
package it.opencit.agreements.pages;

import org.jspecify.annotations.NullMarked;
