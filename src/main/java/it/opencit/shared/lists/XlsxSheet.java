// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as an Excel workbook, written row by row: what was written leaves the memory. */
final class XlsxSheet {

    /** So many rows wait to be written. */
    private static final int AT_ONCE = 1_000;

    private final Workbook workbook;
    private final Listing listing;
    private final List<Column> columns;
    private Worksheet sheet;
    private int sheets;
    private int line;

    XlsxSheet(OutputStream out, Listing listing) {
        this.workbook = new Workbook(out, "OpenCIT", "1.0");
        this.listing = listing;
        this.columns = listing.shown();
        this.sheet = begin(workbook, listing, columns, ++sheets);
    }

    private static Worksheet begin(Workbook workbook, Listing listing, List<Column> columns, int number) {
        Worksheet sheet = workbook.newWorksheet(number == 1 ? listing.name : listing.name + " " + number);
        sheet.freezePane(0, 1);
        for (int at = 0; at < columns.size(); at++) {
            sheet.inlineString(0, at, columns.get(at).label());
            sheet.style(0, at).bold().set();
        }
        return sheet;
    }

    void row(ListRow row) throws IOException {
        line++;
        if (line == Worksheet.MAX_ROWS) { // no program opens more: they go on in a second sheet
            sheet.finish();
            sheet = begin(workbook, listing, columns, ++sheets);
            line = 1;
        }
        for (int at = 0; at < columns.size(); at++) {
            cell(at, columns.get(at), row.value(columns.get(at).key()));
        }
        if (line % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    private void cell(int at, Column column, @Nullable Object value) {
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
            // Not by its value: those are kept until the end, to be written once each.
            default -> sheet.inlineString(line, at, value.toString());
        }
        if (column.kind() == Column.Kind.EURO && value != null) {
            sheet.style(line, at).format("#,##0.00").set();
        }
    }

    /** Writes the end. What was not ended does not open: a list that could not be read whole must not look whole. */
    void end() throws IOException {
        workbook.close();
    }
}
