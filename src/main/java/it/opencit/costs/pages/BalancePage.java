// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs.pages;

import it.opencit.shared.charts.BarChart;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * Whether a year pays for itself.
 *
 * @param years to choose among
 * @param cover of the whole year, such as {@code 92,4 %}; "—" where nothing is spent
 * @param trend income and costs year by year, in whole euro
 */
public record BalancePage(
        int year,
        List<Option> years,
        String income,
        String collected,
        String cost,
        String result,
        boolean loss,
        String cover,
        List<Income> incomes,
        List<Service> services,
        List<Kind> kinds,
        BarChart trend,
        List<Year> trendRows) {

    public record Income(String source, String due, String collected, String share) {}

    public record Service(String title, String income, String cost, String difference, String cover) {}

    public record Kind(String label, String cost, String share) {}

    public record Year(int year, String income, String cost, String cover) {}
}
