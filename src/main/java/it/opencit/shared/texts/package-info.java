// SPDX-License-Identifier: EUPL-1.2
/** Texts that people write: kept as Markdown, shown as HTML that holds nothing that runs. */
@NullMarked
package it.opencit.shared.texts;

import org.jspecify.annotations.NullMarked;
