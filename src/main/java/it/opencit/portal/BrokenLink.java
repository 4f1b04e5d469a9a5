// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that has to be mended, or looked at.
 *
 * @param reason Italian
 * @param opened where one may look; {@code null} when there is nothing to open
 * @param right when it was last seen to lead somewhere; {@code null} when it never was, or nobody looked then
 * @param wrong when it was last seen not to; {@code null} when it leads somewhere
 */
record BrokenLink(
        PlacedLink placed,
        LinkState state,
        String reason,
        @Nullable String opened,
        @Nullable Instant right,
        @Nullable Instant wrong) {}
