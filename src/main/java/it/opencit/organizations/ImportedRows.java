// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvTable;

/** What both readers ask of a row before they read it. */
final class ImportedRows {

    private ImportedRows() {}

    static void requireWhole(CsvTable.Row row) {
        if (!row.whole()) {
            throw new Refusal(
                    "organizations.import.fields",
                    row.values().size(),
                    row.columns().size());
        }
    }

    static String required(CsvTable.Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            throw new Refusal("organizations.import.missing", column);
        }
        return text;
    }
}
