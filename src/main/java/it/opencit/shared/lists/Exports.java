// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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
        try {
            switch (format) {
                case csv -> csv(listing, response, rows);
                case xlsx -> xlsx(listing, response, rows);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void csv(Listing listing, HttpServletResponse response, Consumer<Consumer<ListRow>> rows)
            throws IOException {
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
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

    private static void xlsx(Listing listing, HttpServletResponse response, Consumer<Consumer<ListRow>> rows)
            throws IOException {
        try (Workbook workbook = new Workbook(response.getOutputStream(), "OpenCIT", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(listing.name);
            sheet.freezePane(0, 1);
            List<Column> columns = listing.shown();
            for (int at = 0; at < columns.size(); at++) {
                sheet.value(0, at, columns.get(at).label());
                sheet.style(0, at).bold().set();
            }
            int[] line = {0};
            rows.accept(row -> {
                line[0]++;
                for (int at = 0; at < columns.size(); at++) {
                    xlsxCell(
                            sheet,
                            line[0],
                            at,
                            columns.get(at),
                            row.value(columns.get(at).key()));
                }
                if (line[0] % 1000 == 0) {
                    try {
                        sheet.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private static void xlsxCell(Worksheet sheet, int line, int at, Column column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Euro euro -> sheet.value(line, at, euro.value());
            case Number number -> sheet.value(line, at, number);
            case LocalDate date -> {
                sheet.value(line, at, date);
                sheet.style(line, at).format("dd/mm/yyyy").set();
            }
            case Instant moment -> {
                sheet.value(line, at, moment.atZone(Italian.ROME));
                sheet.style(line, at).format("dd/mm/yyyy hh:mm").set();
            }
            default -> sheet.value(line, at, value.toString());
        }
        if (column.kind() == Column.Kind.EURO && value != null) {
            sheet.style(line, at).format("#,##0.00").set();
        }
    }
}
