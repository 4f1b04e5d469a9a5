// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.exchange;

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

/**
 * The text of a CSV as offices save it: UTF-8 with or without a byte order mark or Windows-1252, with commas, semicolons
 * or tabs. Its rows are handed over one at a time; who wants them all reads a {@link CsvTable}.
 */
public record CsvText(String text, char separator) {

    /** @throws Refusal when it is not text */
    public static CsvText of(byte[] bytes) {
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
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new CsvText(text, separator(text));
    }

    /** The names of the columns, as written, those left empty too; none when there is nothing. */
    public List<String> header() {
        try (CsvReader<CsvRecord> reader = reader();
                Stream<CsvRecord> records = reader.stream()) {
            return records.findFirst()
                    .map(first -> first.getFields().stream().map(String::strip).toList())
                    .orElse(List.of());
        } catch (CsvParseException e) {
            throw new Refusal("shared.csv.broken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hands over every row after the header; the number of a row is that of its line in the file.
     *
     * @throws Refusal when quotes do not close
     */
    public void rows(Consumer<CsvRecord> taker) {
        try (CsvReader<CsvRecord> reader = reader();
                Stream<CsvRecord> records = reader.stream()) {
            records.skip(1).forEach(taker);
        } catch (CsvParseException e) {
            throw new Refusal("shared.csv.broken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvReader<CsvRecord> reader() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text);
    }

    /** The sign that parts most columns in the header. */
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElseThrow();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
