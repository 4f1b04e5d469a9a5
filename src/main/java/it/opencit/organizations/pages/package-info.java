// SPDX-License-Identifier: EUPL-1.2
/** What the pages about bodies show: plain values. */
@NullMarked
package it.opencit.organizations.pages;

import org.jspecify.annotations.NullMarked;
