// SPDX-License-Identifier: EUPL-1.2
/** The frame around every page, and how a typed template becomes a response. */
@NullMarked
package it.opencit.shared.pages;

import org.jspecify.annotations.NullMarked;
