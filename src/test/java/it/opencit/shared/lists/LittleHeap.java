// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;

/** Writes a hundred thousand rows in one form, no two the same: run with less memory than they take. */
final class LittleHeap {

    static final int ROWS = 100_000;

    private LittleHeap() {}

    public static void main(String[] arguments) throws IOException {
        Listing listing = Listing.named("tanti")
                .column(Column.integer("numero", "Numero", ""))
                .column(Column.text("testo", "Testo", ""))
                .column(Column.moment("quando", "Quando", ""));
        String words = "Non si stampa più nulla da questa mattina. ".repeat(12);
        Exports.write(listing, ExportFormat.valueOf(arguments[0]), OutputStream.nullOutputStream(), rows -> {
            for (int number = 0; number < ROWS; number++) {
                rows.accept(new ListRow(
                        number,
                        Map.of("numero", number, "testo", number + words, "quando", Instant.ofEpochSecond(number))));
            }
        });
    }
}
