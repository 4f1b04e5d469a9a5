// SPDX-License-Identifier: EUPL-1.2
/** The cast of characters used by the tests, and the program they play in. */
@NullMarked
package it.opencit.cast;

import org.jspecify.annotations.NullMarked;
