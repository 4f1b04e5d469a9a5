// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import org.jspecify.annotations.Nullable;

/**
 * A body on which tariffs are tried.
 *
 * @param id number of the body at its centre
 * @param cadastralCode joins a Comune to the map; {@code null} for other bodies
 * @param subject what a tariff looks at, with every figure that is known
 */
record TriedBody(long id, @Nullable String cadastralCode, Subject subject) {}
