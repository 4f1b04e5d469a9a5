// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail.pages;

import java.util.List;

/**
 * One change.
 *
 * @param thing what it is about, in words
 * @param about what its table holds, as the database says; "" when it does not
 * @param row number of the row; "" when it has none
 * @param ofRow address of all the changes of that row; "" when it has none
 * @param why "" when nobody said
 * @param seal which seal closes it, in words
 * @param fields those that differ
 */
public record TrailEntryPage(
        long number,
        String thing,
        String about,
        String row,
        String ofRow,
        String action,
        String when,
        String who,
        String why,
        String seal,
        List<Field> fields) {

    /**
     * A field before and after.
     *
     * @param about what it means, as the database says; "" when it does not
     */
    public record Field(String label, String about, String before, String after) {}
}
