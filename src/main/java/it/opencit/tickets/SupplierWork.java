// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.Suppliers;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.tickets.pages.SupplierTicketPage;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** What a supplier does on a ticket that it has, whether it signed in or follows a link. */
@Service
class SupplierWork {

    /** From where a supplier may hand the work back. */
    private static final Set<TicketState> AT_WORK =
            Set.of(TicketState.ASSIGNED, TicketState.PLANNED, TicketState.SUSPENDED);

    private final TicketReader reader;
    private final Tickets tickets;
    private final Suppliers suppliers;
    private final Clock clock;

    SupplierWork(TicketReader reader, Tickets tickets, Suppliers suppliers, Clock clock) {
        this.reader = reader;
        this.tickets = tickets;
        this.suppliers = suppliers;
        this.clock = clock;
    }

    /**
     * The ticket as its supplier sees it.
     *
     * @throws it.opencit.shared.NotFound when it is of another one
     */
    TicketReader.Found get(TicketNumber number, Viewer.OfSupplier viewer) {
        return reader.get(number, viewer);
    }

    /**
     * The page of a ticket.
     *
     * @param address of the page, which is also where its forms lead
     * @param refused which form was sent back; "" for none
     */
    SupplierTicketPage page(
            TicketNumber number, Viewer.OfSupplier viewer, String address, String refused, FormInput form) {
        TicketReader.Found found = get(number, viewer);
        TicketState state = found.whole().ticket().state();
        return new SupplierTicketPage(
                TicketViews.shown(found, clock.instant(), viewer, address),
                suppliers.get(viewer.supplier()).name(),
                AT_WORK.contains(state),
                refused,
                form);
    }

    /**
     * Does one of the acts of a supplier.
     *
     * @param act {@code risposte}, {@code fatto} or {@code allegati}
     * @param username who acts, by user name or address
     */
    void act(TicketNumber number, Viewer.OfSupplier viewer, String username, Consumer<Author> act) {
        TicketState state = get(number, viewer).whole().ticket().state();
        if (!state.isOpen()) {
            throw new Refusal("tickets.supplier.over", state.label());
        }
        Supplier supplier = suppliers.get(viewer.supplier());
        act.accept(Author.of(username, supplier));
    }

    void answer(TicketNumber number, FormInput form, MultipartFile @Nullable [] files, Author by) {
        tickets.write(
                number, null, Message.of(Visibility.SUPPLIER, form.typed("text"), null), TicketFiles.chosen(files), by);
    }

    /** Hands the work back, to be tried by the office. */
    void done(TicketNumber number, FormInput form, MultipartFile @Nullable [] files, Author by) {
        tickets.write(
                number,
                null,
                Message.of(Visibility.SUPPLIER, form.typed("text"), TicketState.TO_BE_TESTED),
                TicketFiles.chosen(files),
                by);
    }

    void attach(TicketNumber number, MultipartFile file, Author by) {
        TicketFiles.add(tickets, number, Visibility.SUPPLIER, file, by);
    }
}
