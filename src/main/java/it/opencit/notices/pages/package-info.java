// SPDX-License-Identifier: EUPL-1.2
/** What the pages of notices show: plain values, already in Italian. */
@NullMarked
package it.opencit.notices.pages;

import org.jspecify.annotations.NullMarked;
