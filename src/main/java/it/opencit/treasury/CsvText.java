// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The text of a treasurer's CSV: UTF-8, with or without its mark, or Windows-1252; parted by semicolons, commas or tabs. */
record CsvText(String text, char separator) {

    static CsvText of(TreasurerFile file) {
        byte[] bytes = file.content();
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw Refusal.inField("file", "treasury.import.workbook", file.name());
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw Refusal.inField("file", "treasury.import.not-text", file.name());
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
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.isBlank()) {
            throw Refusal.inField("file", "treasury.import.empty", file.name());
        }
        return new CsvText(text, separator(text));
    }

    /** The headings, as written; those left empty too, so that each has its place. */
    List<String> headings() {
        try (Stream<CsvRecord> records = reader().stream()) {
            return records.findFirst().orElseThrow().getFields().stream()
                    .map(String::strip)
                    .toList();
        } catch (CsvParseException e) {
            throw Refusal.inField("file", "treasury.import.broken-csv");
        }
    }

    /** Every row after the headings, with the number of its line in the file. */
    void rows(Consumer<CsvRecord> taker) {
        try (var records = reader();
                Stream<CsvRecord> rows = records.stream()) {
            rows.skip(1).forEach(taker);
        } catch (CsvParseException e) {
            throw Refusal.inField("file", "treasury.import.broken-csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvReader<CsvRecord> reader() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
    }

    /** The sign that parts most columns in the first line. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(';', '\t', ',')
                .max((a, b) -> Long.compare(count(first, a), count(first, b)))
                .orElseThrow();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
