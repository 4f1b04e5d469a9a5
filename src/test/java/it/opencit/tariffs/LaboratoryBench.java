// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import it.opencit.organizations.OrganizationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How long the laboratory takes for every Comune of Italy, with a tariff of ten components beside the quota of Brescia:
 * amounts, totals, largest differences, classes and map. Run by {@code bench/laboratory}; the target is one second.
 */
final class LaboratoryBench {

    private static final int RUNS = 30;
    private static final int WARM_UP = 10;
    private static final double TARGET_MILLISECONDS = 1000;

    /** Ten components, of every sort that reads figures. */
    private static final String TEN_COMPONENTS = """
            {"type": "sum", "components": [
              {"type": "fixed", "label": "1. parte fissa", "amount": "150"},
              {"type": "perUnit", "label": "2. abitanti", "measure": {"figure": "RESIDENTS"}, "rate": "0.0425"},
              {"type": "perUnit", "label": "3. imprese", "measure": {"figure": "BUSINESSES"}, "rate": "0.35"},
              {"type": "bandAmount", "label": "4. fascia", "by": {"figure": "RESIDENTS"}, "bands": [
                {"upTo": 1000, "value": "100"}, {"upTo": 3000, "value": "180"}, {"upTo": 5000, "value": "260"},
                {"upTo": 10000, "value": "420"}, {"upTo": 15000, "value": "600"}, {"value": "900"}]},
              {"type": "bandRate", "label": "5. tariffa per fascia", "by": {"figure": "RESIDENTS"},
                "measure": {"figure": "RESIDENTS"}, "bands": [
                {"upTo": 5000, "value": "0.05"}, {"upTo": 10000, "value": "0.04"}, {"value": "0.03"}]},
              {"type": "progressive", "label": "6. scaglioni", "measure": {"figure": "RESIDENTS"}, "bands": [
                {"upTo": 1000, "value": "0.10"}, {"upTo": 5000, "value": "0.07"}, {"upTo": 20000, "value": "0.05"},
                {"value": "0.02"}]},
              {"type": "overage", "label": "7. imprese oltre la franchigia", "measure": {"figure": "BUSINESSES"},
                "allowance": "50", "rate": "0.15"},
              {"type": "packs", "label": "8. pacchetti", "measure": {"figure": "RESIDENTS"}, "size": "500", "price": "12"},
              {"type": "discount", "label": "9. con sconto", "percent": "15", "component":
                {"type": "perUnit", "measure": {"figure": "RESIDENTS"}, "rate": "0.02"}},
              {"type": "limits", "label": "10. fra un minimo e un massimo", "min": "50", "max": "2500", "component":
                {"type": "perUnit", "measure": {"figure": "RESIDENTS"}, "rate": "0.06"}}
            ]}""";

    private LaboratoryBench() {}

    public static void main(String[] arguments) throws IOException {
        Kits kits = Kits.read();
        Calculator calculator = new Calculator(kits, FigureKinds.USUAL);
        Experiment experiment = new Experiment(
                2024,
                kits.find("brescia-2015-2020/quota").orElseThrow(),
                Tariff.draft(TariffJson.readTree(TEN_COMPONENTS)),
                comuni(),
                Map.of(),
                true);
        double first = milliseconds(calculator, experiment);
        for (int i = 0; i < WARM_UP; i++) {
            milliseconds(calculator, experiment);
        }
        double[] runs = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            runs[i] = milliseconds(calculator, experiment);
        }
        Arrays.sort(runs);
        double p95 = runs[(int) Math.ceil(RUNS * 0.95) - 1];
        System.out.printf(
                "laboratory: %d bodies, 10 components and the quota of Brescia; %d processors%n",
                experiment.bodies().size(), Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "first run %.0f ms; then %d runs: min %.0f ms, median %.0f ms, p95 %.0f ms, max %.0f ms%n",
                first, RUNS, runs[0], runs[RUNS / 2], p95, runs[RUNS - 1]);
        System.out.printf("heap used %d MB before, %d MB after a collection%n", usedMegabytes(), collectedMegabytes());
        System.out.printf(
                "target: p95 under %.0f ms: %s%n", TARGET_MILLISECONDS, p95 < TARGET_MILLISECONDS ? "met" : "MISSED");
        if (p95 >= TARGET_MILLISECONDS) {
            System.exit(1);
        }
    }

    private static double milliseconds(Calculator calculator, Experiment experiment) {
        long start = System.nanoTime();
        Comparison comparison = Laboratory.compare(calculator, experiment);
        int computed = comparison.totals().compared();
        long shown = comparison.byKind().size()
                + comparison.largestGains().size()
                + comparison.largestLosses().size()
                + comparison.distribution().classes().size()
                + comparison.differencesOnMap().size();
        double elapsed = (System.nanoTime() - start) / 1e6;
        if (computed != experiment.bodies().size() || shown == 0) {
            throw new IllegalStateException(
                    computed + " computed of " + experiment.bodies().size());
        }
        return elapsed;
    }

    /** Every Comune with its population; businesses, which the open data do not have, are derived and marked. */
    private static List<TriedBody> comuni() throws IOException {
        List<TriedBody> bodies = new ArrayList<>();
        InputStream file = Objects.requireNonNull(LaboratoryBench.class.getResourceAsStream("/data/comuni-istat.csv"));
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                long residents = Long.parseLong(row.getField("population"));
                LocalDate date = LocalDate.parse(row.getField("population_date"));
                Figure businesses = new Figure(
                        FigureKinds.BUSINESSES,
                        BigDecimal.valueOf(residents / 10),
                        date,
                        "un decimo degli abitanti",
                        "dimostrativo");
                bodies.add(new TriedBody(
                        bodies.size() + 1,
                        row.getField("cadastral_code"),
                        Subject.of(
                                row.getField("name"),
                                OrganizationKind.COMUNE,
                                Figure.at(date, FigureKinds.RESIDENTS, residents, "Istat"),
                                businesses)));
            }
        }
        return bodies;
    }

    private static long usedMegabytes() {
        Runtime memory = Runtime.getRuntime();
        return (memory.totalMemory() - memory.freeMemory()) >> 20;
    }

    private static long collectedMegabytes() {
        System.gc();
        return usedMegabytes();
    }
}
