// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address of another site, and what was seen of it.
 *
 * @param checked when it was last looked at; {@code null} when it never was
 * @param finding of that time
 * @param detail number of the answer, name of the host or new address, as the finding wants
 * @param right when it was last seen to open
 * @param wrongSince the first of the times, without one that opened between them, in which it did not; {@code null} when it did
 * @param wrong when it was last seen not to
 */
record OutsideLink(
        String address,
        @Nullable Instant checked,
        @Nullable Finding finding,
        String detail,
        @Nullable Instant right,
        @Nullable Instant wrongSince,
        @Nullable Instant wrong) {

    /** Two failures are told apart from one when they lie at least this far apart. */
    static final Duration APART = Duration.ofHours(1);

    /** What there is to tell of it; {@code null} when there is nothing. */
    @Nullable
    LinkState state() {
        return switch (finding) {
            case null -> null;
            case RIGHT -> null;
            case MOVED -> LinkState.MOVED;
            case GUARDED -> LinkState.GUARDED;
            default ->
                wrongSince != null && wrong != null && !wrong.isBefore(wrongSince.plus(APART))
                        ? LinkState.BROKEN
                        : LinkState.TO_RECHECK;
        };
    }
}
