// SPDX-License-Identifier: EUPL-1.2
/** What the templates of this module show. */
@NullMarked
package it.opencit.receipts.pages;

import org.jspecify.annotations.NullMarked;
