// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import org.jspecify.annotations.Nullable;

/**
 * A person known by the address it writes from.
 *
 * @param organization identifier of the body; {@code null} for who works for the centre
 */
public record KnownAddress(
        String username, String name, @Nullable Long organization) {}
