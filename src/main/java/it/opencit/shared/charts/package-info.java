// SPDX-License-Identifier: EUPL-1.2
/** Charts and maps, drawn by the server as SVG: they work without scripts, print, and obey the strict content policy. */
@NullMarked
package it.opencit.shared.charts;

import org.jspecify.annotations.NullMarked;
