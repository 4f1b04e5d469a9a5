// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of tickets as files, row by row: what their pages show to who asks, and nothing else. */
@Component
class TicketExports {

    private final TicketList list;
    private final TicketReader reader;
    private final Exports exports;

    TicketExports(TicketList list, TicketReader reader, Exports exports) {
        this.list = list;
        this.reader = reader;
        this.exports = exports;
    }

    void office(ListRequest request, ExportFormat format, HttpServletResponse response) throws IOException {
        send(ofOffice(), list.query(request), format, response);
    }

    void area(ListRequest request, Viewer.OfBody viewer, ExportFormat format, HttpServletResponse response)
            throws IOException {
        send(ofOthers(), list.areaQuery(request, viewer), format, response);
    }

    void supplier(ListRequest request, Viewer.OfSupplier viewer, ExportFormat format, HttpServletResponse response)
            throws IOException {
        send(ofOthers(), list.supplierQuery(request, viewer), format, response);
    }

    private void send(Listing columns, TicketQuery query, ExportFormat format, HttpServletResponse response)
            throws IOException {
        exports.send(
                columns,
                (Consumer<ListRow> reading) -> reader.each(query, line -> reading.accept(row(line))),
                format,
                response);
    }

    private static Listing ofOffice() {
        return Listing.named(TicketList.NAME)
                .column(Column.integer("numero", "Numero", ""))
                .column(Column.moment("aperto", "Aperto il", ""))
                .column(Column.text("stato", "Stato", ""))
                .column(Column.text("titolo", "Titolo", ""))
                .column(Column.text("ente", "Ente", ""))
                .column(Column.text("richiedente", "Richiedente", ""))
                .column(Column.text("categoria", "Categoria", ""))
                .column(Column.text("tipo", "Tipo", ""))
                .column(Column.text("urgenza", "Urgenza", ""))
                .column(Column.text("assegnatario", "Assegnato a", ""))
                .column(Column.moment("scadenza", "Prossima scadenza", ""))
                .column(Column.moment("modificato", "Ultima modifica", ""));
    }

    /** The columns of the page of a body or a supplier: nobody who works for the centre, nobody's body. */
    private static Listing ofOthers() {
        return Listing.named(TicketList.NAME)
                .column(Column.integer("numero", "Numero", ""))
                .column(Column.text("titolo", "Titolo", ""))
                .column(Column.text("stato", "Stato", ""))
                .column(Column.text("urgenza", "Urgenza", ""))
                .column(Column.moment("aperto", "Aperto il", ""))
                .column(Column.moment("scadenza", "Prossima scadenza", ""));
    }

    /** What there is of a ticket; what of it leaves the columns say. */
    private static ListRow row(TicketReader.NamedLine named) {
        TicketLine line = named.line();
        Assignee assignee = line.assignee();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("numero", line.number().value());
        values.put("aperto", line.opened());
        values.put("stato", line.state().label());
        values.put("titolo", line.title());
        values.put("ente", named.body());
        values.put("richiedente", line.requester());
        values.put("categoria", named.category());
        values.put("tipo", line.type().label());
        values.put("urgenza", line.urgency().label());
        values.put("assegnatario", assignee == null ? null : assignee.shown());
        values.put("scadenza", line.due());
        values.put("modificato", line.changed());
        return new ListRow(line.number().value(), values);
    }
}
