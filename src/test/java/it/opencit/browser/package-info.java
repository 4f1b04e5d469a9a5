// SPDX-License-Identifier: EUPL-1.2
/** What a person does in a browser, with an accessibility check of what it sees. */
@NullMarked
package it.opencit.browser;

import org.jspecify.annotations.NullMarked;
