// SPDX-License-Identifier: EUPL-1.2
/** Files that come from other programs: tables as offices save them. */
@NullMarked
package it.opencit.shared.exchange;

import org.jspecify.annotations.NullMarked;
