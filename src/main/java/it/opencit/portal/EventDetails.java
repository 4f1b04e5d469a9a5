// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and where an event is.
 *
 * @param starts {@code null} until it is known; without it an event cannot be published
 * @param seats whoever wants to come enrols, up to so many; {@code null} when nobody has to
 * @param enrolUntil {@code null} for until it starts
 */
public record EventDetails(
        @Nullable Instant starts,
        @Nullable Instant ends,
        String place,
        @Nullable Integer seats,
        @Nullable Instant enrolUntil) {

    public static final EventDetails NONE = new EventDetails(null, null, "", null, null);

    /** Until when one may enrol; {@code null} when nobody has to. */
    @Nullable
    Instant enrolmentEnds() {
        return seats == null ? null : enrolUntil == null ? starts : enrolUntil;
    }
}
