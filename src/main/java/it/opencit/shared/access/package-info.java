// SPDX-License-Identifier: EUPL-1.2
/** What a page or endpoint declares about who may use it. The check is made by module {@code access}. */
@NullMarked
package it.opencit.shared.access;

import org.jspecify.annotations.NullMarked;
