// SPDX-License-Identifier: EUPL-1.2
/** What the templates of the catalogue show: plain values, already in words. */
@NullMarked
package it.opencit.catalogue.pages;

import org.jspecify.annotations.NullMarked;
