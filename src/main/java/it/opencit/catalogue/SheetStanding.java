// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the latest version of a sheet has come.
 *
 * @param latest its number
 * @param published number of the version that is read
 * @param scheduledAt when the latest version is going to be read; {@code null} when nobody said
 * @param version for optimistic locking
 */
record SheetStanding(int latest, int published, @Nullable Instant scheduledAt, int version) {

    /** Whether the latest version is not read yet. */
    boolean isDraft() {
        return latest > published;
    }
}
