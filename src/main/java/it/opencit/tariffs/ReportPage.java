// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.charts.BarChart;
import it.opencit.shared.charts.Choropleth;
import it.opencit.shared.charts.ProvinceMap;
import it.opencit.shared.lists.ListPage;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.pages.ComparisonPage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a report of the laboratory into what the page shows. */
final class ReportPage {

    private final LaboratoryReport report;
    private final Comparison comparison;
    private final Function<ComparedBody, String> links;

    /** @param links where the name of a body leads */
    ReportPage(LaboratoryReport report, Function<ComparedBody, String> links) {
        this.report = report;
        this.comparison = new Comparison(report.bodies());
        this.links = links;
    }

    /**
     * The whole page.
     *
     * @param provinces ISTAT codes of those to draw
     */
    ComparisonPage page(List<String> provinces, boolean differences, String otherMap, String address, ListPage list) {
        return new ComparisonPage(
                report.year(),
                report.now(),
                report.then(),
                unbroken(summary()),
                unbroken(warnings()),
                totals(),
                budget(),
                comparison.largestGains().stream().map(this::change).toList(),
                comparison.largestLosses().stream().map(this::change).toList(),
                chart(),
                classes(),
                maps(provinces, differences),
                differences,
                otherMap,
                address,
                list);
    }

    /** Sentences in which an amount does not part from its sign at the end of a line. */
    private static List<String> unbroken(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replace("€ ", "€\u00a0"))
                .toList();
    }

    private List<String> summary() {
        Totals totals = comparison.totals();
        List<String> sentences = new ArrayList<>();
        boolean vat = !totals.now().vat().isZero() || !totals.then().vat().isZero();
        sentences.add("Con la tariffa in prova " + sentence(totals.then(), vat) + "; con quella di partenza "
                + sentence(totals.now(), vat) + ".");
        if (totals.compared() == 0) {
            sentences.add("Nessun ente ha entrambi gli importi: non c'è una differenza da mostrare.");
            return sentences;
        }
        sentences.add("Differenza: " + signed(totals.difference())
                + percent(totals.difference(), totals.nowOfCompared(), " (", ")")
                + (totals.partlyCompared()
                        ? ", sui soli " + Italian.number(totals.compared()) + " enti con entrambi gli importi ("
                                + totals.nowOfCompared().inItalian() + " di partenza, "
                                + totals.thenOfCompared().inItalian() + " in prova)."
                        : "."));
        sentences.add(Italian.number(comparison.count(-1)) + " enti pagherebbero di meno, "
                + Italian.number(comparison.count(1)) + " di più, " + Italian.number(comparison.count(0))
                + " lo stesso.");
        return sentences;
    }

    private static String sentence(Totals.OfSide side, boolean vat) {
        return side.computed() == 0
                ? "nessun ente ha un importo"
                : Italian.number(side.computed())
                        + (side.computed() == 1 ? " ente pagherebbe " : " enti pagherebbero ")
                        + side.amount().inItalian()
                        + (vat ? ", IVA compresa" : "");
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        reasons("di partenza", ComparedBody::now, warnings);
        reasons("in prova", ComparedBody::then, warnings);
        comparison
                .marks()
                .forEach((label, count) ->
                        warnings.add("Importi con l'avvertenza \"" + label + "\": " + Italian.number(count) + "."));
        return warnings;
    }

    private void reasons(String which, Function<ComparedBody, Side> side, List<String> warnings) {
        Comparison.reasons(report.bodies(), side)
                .forEach((reason, count) -> warnings.add("Senza importo con la tariffa " + which + ": "
                        + Italian.number(count) + (count == 1 ? " ente. " : " enti. ") + reason));
    }

    private List<ComparisonPage.TotalLine> totals() {
        List<ComparisonPage.TotalLine> lines = new ArrayList<>();
        comparison.byKind().forEach((kind, totals) -> lines.add(total(kind.label(), totals)));
        lines.add(total("In tutto", comparison.totals()));
        return lines;
    }

    private static ComparisonPage.TotalLine total(String label, Totals totals) {
        return new ComparisonPage.TotalLine(
                label,
                totals.bodies(),
                totals.now().computed(),
                totals.now().computed() == 0 ? "–" : totals.now().amount().inItalian(),
                totals.then().computed(),
                totals.then().computed() == 0 ? "–" : totals.then().amount().inItalian(),
                totals.compared(),
                totals.compared() == 0 ? "–" : signed(totals.difference()),
                percent(totals.difference(), totals.nowOfCompared(), "", ""));
    }

    private List<ComparisonPage.BudgetLine> budget() {
        Euro wanted = report.budget();
        if (wanted == null) {
            return List.of();
        }
        Totals totals = comparison.totals();
        return List.of(
                budget("Di partenza: " + report.now(), totals.now(), wanted),
                budget("In prova: " + report.then(), totals.then(), wanted));
    }

    private static ComparisonPage.BudgetLine budget(String label, Totals.OfSide side, Euro wanted) {
        if (side.computed() == 0) {
            return new ComparisonPage.BudgetLine(label, "–", "nessun importo");
        }
        Euro income = side.net();
        Euro left = income.minus(wanted);
        String outcome = left.isZero()
                ? "in pareggio"
                : left.isNegative() ? "mancano " + left.negated().inItalian() : "avanzano " + left.inItalian();
        return new ComparisonPage.BudgetLine(label, income.inItalian(), outcome);
    }

    private ComparisonPage.ChangeLine change(ComparedBody body) {
        BigDecimal percent = body.percent();
        return new ComparisonPage.ChangeLine(
                body.name(),
                links.apply(body),
                words(body.now().amount()),
                words(body.then().amount()),
                signed(body.difference()),
                percent == null ? "" : signed(percent));
    }

    private BarChart chart() {
        return new BarChart(
                "Quanti enti pagano quanto, nel " + report.year(),
                List.of("di partenza", "in prova"),
                comparison.distribution().classes().stream()
                        .map(each -> new BarChart.Group(
                                each.open() ? "> " + whole(each.above()) : "≤ " + whole(each.upTo()),
                                List.of(each.now(), each.then())))
                        .toList());
    }

    private List<ComparisonPage.ClassLine> classes() {
        return comparison.distribution().classes().stream()
                .map(each -> new ComparisonPage.ClassLine(
                        each.open()
                                ? "oltre € " + whole(each.above())
                                : each.above().isZero()
                                        ? "fino a € " + whole(each.upTo())
                                        : "oltre € " + whole(each.above()) + " e fino a € " + whole(each.upTo()),
                        each.now(),
                        each.then()))
                .toList();
    }

    private List<Choropleth> maps(List<String> provinces, boolean differences) {
        Map<String, BigDecimal> values = differences ? comparison.differencesOnMap() : comparison.amountsOnMap();
        if (values.isEmpty()) {
            return List.of();
        }
        return provinces.stream()
                .map(ProvinceMap::of)
                .flatMap(Optional::stream)
                .map(map -> differences
                        ? Choropleth.ofDifferences(
                                "Quanto in più o in meno, Comune per Comune, nel " + report.year(),
                                map,
                                values,
                                value -> signed(Euro.exactly(value)))
                        : Choropleth.ofAmounts(
                                "Importi in prova, Comune per Comune, nel " + report.year(),
                                map,
                                values,
                                value -> Euro.exactly(value).inItalian()))
                .toList();
    }

    private static String whole(Euro amount) {
        return Italian.number(amount.cents() / 100);
    }

    private static String words(@Nullable Euro amount) {
        return amount == null ? "–" : amount.inItalian();
    }

    /** Such as {@code +€ 12,00} or {@code −€ 12,00}. */
    static String signed(@Nullable Euro amount) {
        if (amount == null) {
            return "–";
        }
        return amount.isNegative()
                ? "−" + amount.negated().inItalian()
                : (amount.isZero() ? "" : "+") + amount.inItalian();
    }

    private static String signed(BigDecimal percent) {
        return (percent.signum() < 0 ? "−" : percent.signum() > 0 ? "+" : "") + Italian.number(percent.abs()) + " %";
    }

    private static String percent(Euro difference, Euro of, String before, String after) {
        BigDecimal percent = ComparedBody.percent(difference, of);
        return percent == null ? "" : before + signed(percent) + after;
    }
}
