// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.exchange;

import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table with a header read from the bytes of a file, as offices save it: UTF-8 with or without a byte order mark or
 * Windows-1252, with commas, semicolons or tabs.
 *
 * @param header the names of the columns as they are written
 */
public record CsvTable(List<String> header, List<Row> rows) {

    /** One row; {@code number} is its line in the file, where the header is line 1. */
    public record Row(int number, Map<String, Integer> columns, List<String> values) {

        /** The text under a column, without spaces around; empty when the column is not there. */
        public String get(String column) {
            Integer index = columns.get(column);
            return index == null || index >= values.size()
                    ? ""
                    : values.get(index).strip();
        }

        /** Whether it has as many values as the header has columns. */
        public boolean whole() {
            return values.size() == columns.size();
        }

        /** The row as a form: its values are read, and refused, as those that a person types. */
        public FormInput asForm() {
            Map<String, List<String>> typed = new HashMap<>();
            columns.keySet().forEach(column -> typed.put(column, List.of(get(column))));
            return FormInput.of(typed);
        }
    }

    /**
     * Reads a whole file.
     *
     * @param expected names of columns, in lower case; capitals in the file do not matter
     * @throws Refusal when it is not text, is not a table, or lacks one of the expected columns
     */
    public static CsvTable read(byte[] bytes, List<String> expected) {
        CsvText text = CsvText.of(bytes);
        List<String> header = text.header();
        if (header.isEmpty()) {
            throw new Refusal("shared.csv.empty", String.join(", ", expected));
        }
        Map<String, Integer> columns = columns(header);
        List<String> missing =
                expected.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal("shared.csv.columns", String.join(", ", missing), String.join(", ", expected));
        }
        List<Row> rows = new ArrayList<>();
        text.rows(line -> rows.add(new Row((int) line.getStartingLineNumber(), columns, line.getFields())));
        return new CsvTable(header, rows);
    }

    private static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }
}
