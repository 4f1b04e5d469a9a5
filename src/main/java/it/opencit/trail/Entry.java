// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as the trigger recorded it.
 *
 * @param at exact to the microsecond
 * @param actor user name
 * @param action {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param table with its schema
 * @param row {@code null} for a table whose rows have no number
 * @param before the row as JSON; {@code null} for an insert
 * @param after the row as JSON; {@code null} for a delete
 * @param why {@code null} when the transaction did not say
 */
record Entry(
        long id,
        Instant at,
        String actor,
        String action,
        String table,
        @Nullable String row,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why) {}
