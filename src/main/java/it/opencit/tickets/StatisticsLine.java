// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of a month, a body, a person …: each thing is counted in the period in which it happened.
 *
 * @param key what they are of; {@code null} for all together
 * @param open not solved at the end of the period
 * @param takeMedian minutes of working time that half of those taken in charge did not exceed; {@code null} for none taken
 * @param takeNinth minutes that nine of ten did not exceed
 * @param score mean of the opinions given; {@code null} for none
 */
record StatisticsLine(
        @Nullable String key,
        long opened,
        long taken,
        long takenInTime,
        @Nullable Double takeMedian,
        @Nullable Double takeNinth,
        long solved,
        long solvedInTime,
        @Nullable Double solutionMedian,
        @Nullable Double solutionNinth,
        long opinions,
        @Nullable Double score,
        long open) {

    static StatisticsLine nothing(@Nullable String key) {
        return new StatisticsLine(key, 0, 0, 0, null, null, 0, 0, null, null, 0, null, 0);
    }

    StatisticsLine withOpen(long number) {
        return new StatisticsLine(
                key,
                opened,
                taken,
                takenInTime,
                takeMedian,
                takeNinth,
                solved,
                solvedInTime,
                solutionMedian,
                solutionNinth,
                opinions,
                score,
                number);
    }
}
