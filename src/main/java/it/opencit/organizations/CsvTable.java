// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import it.opencit.shared.Refusal;
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
 */
record CsvTable(List<Row> rows) {

    /** One row; {@code number} is its line in the file, where the header is line 1. */
    record Row(int number, Map<String, Integer> columns, List<String> values) {

        /** The text under a column, without spaces around; empty when the column is not there. */
        String get(String column) {
            Integer index = columns.get(column);
            return index == null || index >= values.size()
                    ? ""
                    : values.get(index).strip();
        }

        boolean whole() {
            return values.size() == columns.size();
        }
    }

    /** @throws Refusal when it is not text, is not a table, or lacks one of the {@code expected} columns */
    static CsvTable read(byte[] bytes, List<String> expected) {
        String text = decode(bytes);
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            throw new Refusal("organizations.import.empty", String.join(", ", expected));
        }
        Map<String, Integer> columns = columns(records.getFirst());
        List<String> missing =
                expected.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal("organizations.import.columns", String.join(", ", missing), String.join(", ", expected));
        }
        return new CsvTable(records.stream()
                .skip(1)
                .map(line -> new Row((int) line.getStartingLineNumber(), columns, line.getFields()))
                .toList());
    }

    private static String decode(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw new Refusal("organizations.import.not-text");
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
            throw new Refusal("organizations.import.broken");
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
