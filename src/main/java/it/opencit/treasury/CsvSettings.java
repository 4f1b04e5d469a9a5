// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a treasurer's CSV is what.
 *
 * @param columns heading of the column of each field, as the file writes it; fields without a column are not there
 */
record CsvSettings(Map<CsvField, String> columns) {

    /** Those remembered where the file has all their columns, else guessed from the headings. */
    static CsvSettings forHeadings(List<String> headings, CsvSettings remembered) {
        if (!remembered.columns.isEmpty() && headings.containsAll(remembered.columns.values())) {
            return remembered;
        }
        Map<CsvField, String> columns = new EnumMap<>(CsvField.class);
        for (CsvField field : CsvField.values()) {
            field.headings().stream()
                    .flatMap(usual -> headings.stream()
                            .filter(heading -> Words.plain(heading).equals(usual) && !columns.containsValue(heading)))
                    .findFirst()
                    .ifPresent(heading -> columns.put(field, heading));
        }
        return new CsvSettings(columns);
    }

    /** The labels of the fields that must have a column and have none. */
    List<String> missing() {
        return Arrays.stream(CsvField.values())
                .filter(field -> field.isRequired() && !columns.containsKey(field))
                .map(CsvField::label)
                .toList();
    }
}
