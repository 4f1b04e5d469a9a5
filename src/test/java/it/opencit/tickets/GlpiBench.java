// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.cast.ScratchCentre;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A hundred thousand tickets of GLPI from a CSV, then the same file again. Run by {@code bench/glpi}; the target is 160 seconds of
 * processor for each, from the bytes of the file to the last ticket, the database included, and a last tenth that takes no more
 * than half as long again as the first.
 */
final class GlpiBench {

    private static final int ROWS = 100_000;
    private static final int BODIES = 200;
    private static final double TARGET_PROCESSOR_SECONDS = 160;
    private static final double MOST_GROWTH = 1.5;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private GlpiBench() {}

    public static void main(String[] arguments) throws IOException {
        boolean met = true;
        try (ScratchCentre centre = ScratchCentre.open()) {
            List<Organization> bodies =
                    centre.at(() -> centre.bean(Organizations.class).all());
            byte[] csv = csv(bodies);
            met &= run(centre, "CSV of %,d MB".formatted(csv.length >> 20), csv, ROWS);
            met &= run(centre, "the same again", csv, 0);
        }
        System.out.printf(
                "target: under %.0f s of processor each, not slower at the end: %s%n",
                TARGET_PROCESSOR_SECONDS, met ? "met" : "MISSED");
        System.exit(met ? 0 : 1);
    }

    private static boolean run(ScratchCentre centre, String what, byte[] csv, int expected) {
        GlpiImports imports = centre.bean(GlpiImports.class);
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        double processor = centre.processorSeconds();
        long start = System.nanoTime();
        long id = centre.as(() -> imports.upload("glpi.csv", csv));
        double kept = seconds(start);
        long heap = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .max()
                .orElse(0);
        int making = centre.as(() -> imports.preview(id)).making();
        double previewed = seconds(start) - kept;
        long before = System.nanoTime();
        List<Double> batches = centre.as(() -> {
            imports.start(id, new Author("bench", "Bench", true));
            List<Double> each = new ArrayList<>();
            boolean more = true;
            while (more) {
                long batch = System.nanoTime();
                more = imports.work(id);
                each.add(seconds(batch));
            }
            return each;
        });
        double made = seconds(before);
        int tenth = batches.size() / 10;
        double first =
                batches.subList(0, tenth).stream().mapToDouble(one -> one).sum();
        double last = batches.subList(batches.size() - tenth - 1, batches.size() - 1).stream()
                .mapToDouble(one -> one)
                .sum();
        processor = centre.processorSeconds() - processor;
        GlpiImport done = centre.as(imports::latest).getFirst();
        System.out.printf(
                "%-16s kept %.1f s (at most %,d MB in a part of the heap), preview %.2f s, import %.1f s (first tenth %.1f, last %.1f), processor %.1f s: %,d made, %,d known%n",
                what, kept, heap >> 20, previewed, made, first, last, processor, done.made(), done.known());
        if (making != expected || done.made() != expected || done.refused() + done.passedOver() > 0) {
            throw new IllegalStateException("Expected " + expected + " new, got " + done);
        }
        return processor < TARGET_PROCESSOR_SECONDS && last < first * MOST_GROWTH;
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static byte[] csv(List<Organization> bodies) {
        var text = new StringBuilder(
                "\"ID\";\"Titolo\";\"Stato\";\"Data di apertura\";\"Ultima modifica\";\"Richiedente\";\"Tecnico\";\"Categoria\";\"Entità\";\"Tipo\";\"Urgenza\";\"Data di soluzione\";\"Data di chiusura\";\"Descrizione\"\n");
        for (int i = 1; i <= ROWS; i++) {
            LocalDateTime opened = LocalDateTime.of(2012, 1, 2, 8, 0).plusMinutes(i * 60L);
            boolean open = i > ROWS - 400;
            text.append(
                    "\"%d\";\"Stampante %d ferma\";\"%s\";\"%s\";\"%s\";\"Elena\";\"Mario\";\"Assistenza %d\";\"Radice > %s\";\"%s\";\"Media\";\"%s\";\"%s\";\"<p>Non si stampa dal posto %d.</p>\"\n"
                            .formatted(
                                    i,
                                    i,
                                    open ? "In lavorazione (assegnato)" : "Chiuso",
                                    opened.format(MOMENT),
                                    opened.plusDays(2).format(MOMENT),
                                    i % 20,
                                    bodies.get(i % BODIES).fullName(),
                                    i % 3 == 0 ? "Incidente" : "Richiesta",
                                    open ? "" : opened.plusDays(1).format(MOMENT),
                                    open ? "" : opened.plusDays(2).format(MOMENT),
                                    i % 700));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
