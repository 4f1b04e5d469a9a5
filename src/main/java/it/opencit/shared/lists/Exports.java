// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes every row of a list to the response as it is read. CSV is as Italian spreadsheets open it: UTF-8 with its mark,
 * semicolons, decimal commas.
 */
@Component
public class Exports {

    private final Lists lists;

    Exports(Lists lists) {
        this.lists = lists;
    }

    /** Sends a list kept in the database. */
    public void send(Listing listing, ListRequest request, ExportFormat format, HttpServletResponse response)
            throws IOException {
        write(listing, format, response, reader -> lists.each(listing, request, reader));
    }

    /** Sends a list whose rows were computed. */
    public void send(
            Listing listing, List<ListRow> rows, ListRequest request, ExportFormat format, HttpServletResponse response)
            throws IOException {
        write(
                listing,
                format,
                response,
                reader -> ComputedRows.ordered(listing, rows, request).forEach(reader));
    }

    /**
     * Sends rows that their owner reads one by one: for lists larger than any memory.
     *
     * @param rows hands every row to the reader it is given
     */
    public void send(
            Listing listing, Consumer<Consumer<ListRow>> rows, ExportFormat format, HttpServletResponse response)
            throws IOException {
        write(listing, format, response, rows);
    }

    private static void write(
            Listing listing, ExportFormat format, HttpServletResponse response, Consumer<Consumer<ListRow>> rows)
            throws IOException {
        response.setContentType(format.mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + listing.name + "." + format + "\"");
        write(listing, format, response.getOutputStream(), rows);
    }

    /** Writes a list in one of its forms. */
    static void write(Listing listing, ExportFormat format, OutputStream out, Consumer<Consumer<ListRow>> rows)
            throws IOException {
        try {
            switch (format) {
                case csv -> csv(listing, out, rows);
                case xlsx -> {
                    var sheet = new XlsxSheet(out, listing);
                    rows.accept(row -> orUnchecked(() -> sheet.row(row)));
                    sheet.end();
                }
                case ods -> {
                    var sheet = new OdsSheet(out, listing);
                    rows.accept(row -> orUnchecked(() -> sheet.row(row)));
                    sheet.end();
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Who hands over rows knows nothing of streams that end. */
    private static void orUnchecked(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void csv(Listing listing, OutputStream target, Consumer<Consumer<ListRow>> rows) throws IOException {
        Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        out.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out);
        csv.writeRecord(ListView.labels(listing));
        List<Column> columns = listing.shown();
        rows.accept(row -> {
            List<String> cells = new ArrayList<>(columns.size());
            for (Column column : columns) {
                cells.add(csvCell(row.value(column.key())));
            }
            csv.writeRecord(cells);
        });
        csv.flush();
    }

    private static String csvCell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Euro euro -> euro.toString().replace('.', ',');
            case BigDecimal number -> number.toPlainString().replace('.', ',');
            case Number number -> number.toString().replace('.', ',');
            case LocalDate date -> Italian.date(date);
            case Instant moment -> Italian.moment(moment);
            default -> harmless(value.toString());
        };
    }

    /** A spreadsheet must not take what somebody typed for a formula. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
