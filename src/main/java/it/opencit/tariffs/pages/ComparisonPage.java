// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import it.opencit.shared.charts.BarChart;
import it.opencit.shared.charts.Choropleth;
import it.opencit.shared.lists.ListPage;
import java.util.List;

/**
 * Two tariffs on the same bodies, ready to be read.
 *
 * @param now title of the first tariff
 * @param then title of the tariff tried
 * @param summary the outcome in a sentence or two
 * @param warnings what to know before relying on the amounts
 * @param totals one line for each kind of body, the whole last
 * @param budget one line for each tariff; empty without a budget
 * @param differences whether the maps show differences; else amounts
 * @param otherMap address of the same comparison with the other map
 * @param address of this comparison, to be sent to a colleague
 */
public record ComparisonPage(
        int year,
        String now,
        String then,
        List<String> summary,
        List<String> warnings,
        List<TotalLine> totals,
        List<BudgetLine> budget,
        List<ChangeLine> less,
        List<ChangeLine> more,
        BarChart chart,
        List<ClassLine> classes,
        List<Choropleth> maps,
        boolean differences,
        String otherMap,
        String address,
        ListPage list) {

    /** The totals of a kind of body; counts are of bodies with an amount. */
    public record TotalLine(
            String label,
            int bodies,
            int nowCount,
            String now,
            int thenCount,
            String then,
            int compared,
            String difference,
            String percent) {}

    /** What a tariff takes in, VAT excluded, and how far that is from the budget. */
    public record BudgetLine(String label, String income, String outcome) {}

    /** A body among those that change most. */
    public record ChangeLine(String name, String address, String now, String then, String difference, String percent) {}

    /** A class of amounts with how many bodies fall in it. */
    public record ClassLine(String label, long now, long then) {}
}
