// SPDX-License-Identifier: EUPL-1.2
/** What the pages of the treasury show. */
@NullMarked
package it.opencit.treasury.pages;

import org.jspecify.annotations.NullMarked;
