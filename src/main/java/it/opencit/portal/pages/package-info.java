// SPDX-License-Identifier: EUPL-1.2
/** What the templates of the portal show: plain values, already in words. */
@NullMarked
package it.opencit.portal.pages;

import org.jspecify.annotations.NullMarked;
