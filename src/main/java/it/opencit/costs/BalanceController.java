// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.costs.pages.BalancePage;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.charts.BarChart;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Sustainability: income by source, cost by service, how far the one covers the other. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class BalanceController {

    static final String BALANCE = "/gestione/sostenibilita";
    private static final int YEARS_OF_TREND = 6;

    private final Templates templates;
    private final Balances balances;
    private final Exports exports;
    private final Clock clock;

    BalanceController(Templates templates, Balances balances, Exports exports, Clock clock) {
        this.templates = templates;
        this.balances = balances;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(BALANCE)
    String latest(@RequestParam(defaultValue = "") String anno) {
        return "redirect:" + BALANCE + "/" + (anno.isEmpty() ? lastKnown() : read(anno));
    }

    @GetMapping(BALANCE + "/{year:\\d+}")
    JteModel show(@PathVariable String year) {
        return templates.costsBalance(page(balances.of(read(year))));
    }

    @GetMapping(BALANCE + "/{year:\\d+}/sostenibilita.{format}")
    void export(
            @PathVariable String year, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        List<ListRow> rows = new ArrayList<>();
        for (Balance.Line line : balances.of(read(year)).services()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("servizio", line.title());
            values.put("entrate", line.income());
            values.put("costi", line.cost());
            values.put("differenza", line.income().minus(line.cost()));
            values.put("copertura", line.cover());
            rows.add(new ListRow(rows.size(), values));
        }
        exports.send(
                Listing.named("sostenibilita")
                        .column(Column.text("servizio", "Servizio", ""))
                        .column(Column.euro("entrate", "Entrate", ""))
                        .column(Column.euro("costi", "Costi", ""))
                        .column(Column.euro("differenza", "Differenza", ""))
                        .column(Column.decimal("copertura", "Copertura %", ""))
                        .sortedBy("servizio"),
                rows,
                request,
                format,
                out);
    }

    private int lastKnown() {
        return balances.years().stream()
                .findFirst()
                .orElseGet(() -> LocalDate.now(clock).getYear());
    }

    private BalancePage page(Balance balance) {
        Euro income = balance.totalIncome();
        Euro cost = balance.totalCost();
        Euro result = income.minus(cost);
        List<Integer> years = balances.years();
        List<Balance> trend = years.stream()
                .filter(year -> year <= balance.year())
                .limit(YEARS_OF_TREND)
                .sorted()
                .map(year -> year == balance.year() ? balance : balances.of(year))
                .toList();
        return new BalancePage(
                balance.year(),
                Stream.concat(Stream.of(balance.year()), years.stream())
                        .distinct()
                        .sorted(java.util.Comparator.reverseOrder())
                        .map(year -> new Option(Integer.toString(year), Integer.toString(year)))
                        .toList(),
                income.inItalian(),
                balance.totalCollected().inItalian(),
                cost.inItalian(),
                result.inItalian(),
                result.isNegative(),
                percent(balance.cover()),
                balance.income().stream()
                        .map(one -> new BalancePage.Income(
                                one.source(),
                                one.due().inItalian(),
                                one.collected().inItalian(),
                                percent(Balance.cover(one.due(), income))))
                        .toList(),
                balance.services().stream()
                        .map(line -> new BalancePage.Service(
                                line.title(),
                                line.income().inItalian(),
                                line.cost().inItalian(),
                                line.income().minus(line.cost()).inItalian(),
                                percent(line.cover())))
                        .toList(),
                balance.kinds().stream()
                        .map(one -> new BalancePage.Kind(
                                one.kind().label(), one.cost().inItalian(), percent(Balance.cover(one.cost(), cost))))
                        .toList(),
                new BarChart(
                        "Entrate e costi per anno, in euro",
                        List.of("Entrate", "Costi"),
                        trend.stream()
                                .map(one -> new BarChart.Group(
                                        Integer.toString(one.year()),
                                        List.of(
                                                Math.max(0, one.totalIncome().cents() / 100),
                                                one.totalCost().cents() / 100)))
                                .toList()),
                trend.stream()
                        .map(one -> new BalancePage.Year(
                                one.year(),
                                one.totalIncome().inItalian(),
                                one.totalCost().inItalian(),
                                percent(one.cover())))
                        .toList());
    }

    private static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "—" : Italian.number(percent) + " %";
    }

    private static int read(String year) {
        if (!year.matches("20\\d\\d|2100")) {
            throw Refusal.inField("year", "costs.year");
        }
        return Integer.parseInt(year);
    }
}
