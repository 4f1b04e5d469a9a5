// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.cast.ScratchCentre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A hundred thousand provvisori from a CSV, then as many from the pages of a journal. Run by {@code bench/provvisori}; the
 * target is twenty seconds for each import, from the bytes of the file to the commit.
 */
final class ProvvisoriBench {

    private static final int ROWS = 100_000;
    private static final int ROWS_OF_A_PAGE = 10_000;
    private static final double TARGET_SECONDS = 20;

    private ProvvisoriBench() {}

    public static void main(String[] arguments) throws IOException {
        boolean met = true;
        try (ScratchCentre centre = ScratchCentre.open()) {
            TreasurerImports imports = centre.bean(TreasurerImports.class);
            List<TreasurerFile> csv = List.of(new TreasurerFile("provvisori.csv", csv()));
            List<TreasurerFile> pages = new ArrayList<>();
            for (int page = 1; page <= ROWS / ROWS_OF_A_PAGE; page++) {
                pages.add(new TreasurerFile(
                        "pagina-" + page + ".xml", JournalSamples.page(page, ROWS / ROWS_OF_A_PAGE, ROWS_OF_A_PAGE)));
            }
            met &= run(centre, imports, "CSV", csv, ROWS);
            met &= run(centre, imports, "the same CSV again", csv, 0);
            met &= run(centre, imports, "journal, " + pages.size() + " pages", pages, ROWS);
            met &= run(centre, imports, "the same journal again", pages, 0);
        }
        System.out.printf("target: under %.0f s each: %s%n", TARGET_SECONDS, met ? "met" : "MISSED");
        System.exit(met ? 0 : 1);
    }

    private static boolean run(
            ScratchCentre centre, TreasurerImports imports, String what, List<TreasurerFile> files, int expected) {
        long start = System.nanoTime();
        long id = centre.as(() -> imports.upload(files));
        double uploaded = (System.nanoTime() - start) / 1e9;
        ImportOutcome preview = centre.as(() -> imports.preview(id));
        double previewed = (System.nanoTime() - start) / 1e9 - uploaded;
        double cpu = centre.processorSeconds();
        long before = System.nanoTime();
        ImportOutcome outcome = centre.as(() -> imports.apply(id));
        double seconds = (System.nanoTime() - before) / 1e9;
        cpu = centre.processorSeconds() - cpu;
        System.out.printf(
                "%-24s kept %.1f s, preview %.1f s, import %.1f s (%.1f s of processor): %,d new, %,d unchanged, %,d refused; %,.0f rows a second%n",
                what,
                uploaded,
                previewed,
                seconds,
                cpu,
                outcome.created(),
                outcome.unchanged(),
                outcome.refused(),
                ROWS / seconds);
        if (outcome.created() != expected || preview.created() != expected) {
            throw new IllegalStateException("Expected " + expected + " new, got " + outcome.created());
        }
        return seconds < TARGET_SECONDS;
    }

    private static byte[] csv() {
        IntFunction<String> row =
                i -> "%d;%s;COMUNE DI PROVA %d;%d,%02d;VERSAMENTO QUOTA %d RIF. %08d;SEPA CREDIT TRANSFER\n"
                        .formatted(
                                i,
                                LocalDate.of(2025, 1, 1).plusDays(i % 365),
                                i % 700,
                                10 + i % 3000,
                                i % 100,
                                2015 + i % 10,
                                i);
        var text = new StringBuilder("Numero provvisorio;Data;Versante;Importo;Causale;Tipo esecuzione\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append(row.apply(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
