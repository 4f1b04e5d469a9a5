// SPDX-License-Identifier: EUPL-1.2
/** What the pages of the trail show: plain values, already in Italian. */
@NullMarked
package it.opencit.trail.pages;

import org.jspecify.annotations.NullMarked;
