// SPDX-License-Identifier: EUPL-1.2
/** One form for all: what was typed is kept, each fault is tied to its field. */
@NullMarked
package it.opencit.shared.forms;

import org.jspecify.annotations.NullMarked;
