// SPDX-License-Identifier: EUPL-1.2
/** Measures of the running program; {@code bench/README.md} says how to take them. */
@NullMarked
package it.opencit.bench;

import org.jspecify.annotations.NullMarked;
