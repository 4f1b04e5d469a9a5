// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

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
 * The rows of a table with a header as offices save it: UTF-8 with or without a byte order mark or Windows-1252, columns
 * parted by semicolons, commas or tabs.
 */
record CsvRows(List<Row> rows) {

    /** A row by column, names in lower case without accents; {@code line} is its line in the file, the header being 1. */
    record Row(int line, Map<String, String> values) {

        String get(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** @throws Refusal when it is not text, is not a table, or lacks one of the {@code needed} columns */
    static CsvRows read(byte[] bytes, List<String> needed) {
        String text = decode(bytes);
        List<CsvRecord> records = records(text);
        if (records.size() < 2) {
            throw Refusal.inField("file", "subscriptions.import.empty", String.join(", ", needed));
        }
        List<String> names =
                records.getFirst().getFields().stream().map(CsvRows::plain).toList();
        List<String> missing =
                needed.stream().filter(column -> !names.contains(plain(column))).toList();
        if (!missing.isEmpty()) {
            throw Refusal.inField(
                    "file", "subscriptions.import.columns", String.join(", ", missing), String.join(", ", names));
        }
        return new CsvRows(records.stream()
                .skip(1)
                .filter(line -> line.getFields().stream().anyMatch(field -> !field.isBlank()))
                .map(line -> row(line, names))
                .toList());
    }

    private static Row row(CsvRecord line, List<String> names) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), line.getFieldCount()); i++) {
            values.putIfAbsent(names.get(i), line.getField(i).strip());
        }
        return new Row((int) line.getStartingLineNumber(), values);
    }

    /** {@code Quantità} and {@code quantita} name the same column. */
    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ITALIAN).replace('à', 'a');
    }

    private static String decode(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                throw Refusal.inField("file", "subscriptions.import.not-text");
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
        } catch (CsvParseException broken) {
            throw Refusal.inField("file", "subscriptions.import.broken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sign that parts most columns in the header. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t')
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElseThrow();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
