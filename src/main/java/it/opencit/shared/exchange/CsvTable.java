// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
        String text = decode(bytes);
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            throw new Refusal("shared.csv.empty", String.join(", ", expected));
        }
        Map<String, Integer> columns = columns(records.getFirst());
        List<String> missing =
                expected.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal("shared.csv.columns", String.join(", ", missing), String.join(", ", expected));
        }
        return new CsvTable(
                records.getFirst().getFields().stream().map(String::strip).toList(),
                records.stream()
                        .skip(1)
                        .map(line -> new Row((int) line.getStartingLineNumber(), columns, line.getFields()))
                        .toList());
    }

    private static String decode(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw new Refusal("shared.csv.not-text");
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<CsvRecord> records(String text) {
        try (var reader = CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text);
                Stream<CsvRecord> records = reader.stream()) {
            return records.toList();
        } catch (CsvParseException e) {
            throw new Refusal("shared.csv.broken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sign that parts most columns in the header. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElseThrow();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            columns.putIfAbsent(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }
}
