// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import java.time.Instant;

/**
 * What was found when the chain was computed again.
 *
 * @param seals how many agreed
 * @param entries that they close
 * @param problem the first seal that does not agree, in words; "" when all do
 */
record Verification(Instant at, String by, long seals, long entries, String problem) {}
