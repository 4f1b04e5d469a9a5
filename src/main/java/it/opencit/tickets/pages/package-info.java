// SPDX-License-Identifier: EUPL-1.2
/** What the pages of tickets show: plain values. */
@NullMarked
package it.opencit.tickets.pages;

import org.jspecify.annotations.NullMarked;
