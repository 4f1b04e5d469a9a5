// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import java.time.Instant;

/**
 * Closes the entries that come after the seal before it.
 *
 * @param number from 1, without gaps
 * @param entries how many it closes
 * @param hash of the seal before it and of them all, hexadecimal
 */
record Seal(long number, long firstEntry, long lastEntry, long entries, String hash, Instant at) {

    /** What the first seal follows. */
    static final Seal NONE = new Seal(0, 0, 0, 0, "", Instant.EPOCH);
}
