// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.charts.BarChart;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Downloads;
import java.util.List;

/**
 * How the help desk goes.
 *
 * @param from first month, {@code 2026-01}
 * @param cut whether the pictures show less than the table
 * @param behind whether tickets changed a moment ago are not yet counted
 */
public record StatisticsPage(
        String path,
        String from,
        String to,
        List<Option> pers,
        String per,
        String perLabel,
        List<Option> categories,
        String category,
        List<Option> bodies,
        String body,
        List<Option> types,
        String type,
        Line all,
        List<Line> lines,
        BarChart number,
        BarChart time,
        boolean cut,
        Downloads downloads,
        boolean behind) {

    /** A line of the table, in words. */
    public record Line(
            String name,
            String opened,
            String solved,
            String open,
            String takeMedian,
            String takeNinth,
            String takenInTime,
            String solutionMedian,
            String solutionNinth,
            String solvedInTime,
            String score) {}
}
