// SPDX-License-Identifier: EUPL-1.2
/** What the pages of tariffs show: plain values, ready to be written. */
@NullMarked
package it.opencit.tariffs.pages;

import org.jspecify.annotations.NullMarked;
