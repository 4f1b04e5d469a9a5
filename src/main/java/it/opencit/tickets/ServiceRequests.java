// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.organizations.Organizations;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.database.Acting;
import it.opencit.subscriptions.AttachmentRole;
import it.opencit.subscriptions.RequestId;
import it.opencit.subscriptions.RequestKind;
import it.opencit.subscriptions.RequestNews;
import it.opencit.subscriptions.RequestTickets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes every request about a service travel as a ticket, and keeps the ticket abreast of the request. It works in the
 * transaction of who asks or decides: a request without its ticket is never kept, nor the other way round.
 *
 * <p>What a body renews for a year is one ticket, solved as it is opened: closing a campaign renews many services of many
 * bodies, and leaves nothing to be done on any.
 */
@Component
class ServiceRequests implements RequestTickets {

    /** Where they are put while the centre has that category; then in the first that it offers. */
    static final String CATEGORY = "attivazione-rinnovo";

    private final ServiceRequestStore store;
    private final Tickets tickets;
    private final TicketStore stored;
    private final TaskStore tasks;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final Persons persons;
    private final Clock clock;

    ServiceRequests(
            ServiceRequestStore store,
            Tickets tickets,
            TicketStore stored,
            TaskStore tasks,
            Rulebooks rulebooks,
            Organizations organizations,
            Persons persons,
            Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.stored = stored;
        this.tasks = tasks;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.persons = persons;
        this.clock = clock;
    }

    @EventListener
    void on(RequestNews.Made made) {
        if (store.ticketOf(made.request()).isPresent()) {
            return;
        }
        Author by = acting();
        if (made.kind() == RequestKind.RENEWAL) {
            renewed(made, by);
            return;
        }
        TicketNumber number = open(made, by);
        store.add(made.request(), number, made.organization(), null);
    }

    private void renewed(RequestNews.Made made, Author by) {
        TicketNumber number = store.renewals(made.organization(), made.year()).orElse(null);
        if (number == null) {
            String title = Messages.text("tickets.service.renewals", Integer.toString(made.year()));
            number = tickets.openDone(asked(made, title, "", by), by);
            tickets.move(number, TicketState.SOLVED, null, Messages.text("tickets.service.renewed"), by);
        } else if (state(number).isWritable()) {
            tickets.write(number, Visibility.PUBLIC, made.text(), by);
        }
        store.add(made.request(), number, made.organization(), made.year());
    }

    private NewTicket asked(RequestNews.Made made, String title, String email, Author by) {
        String body = organizations.get(made.organization()).fullName();
        String contact = made.contact().name();
        return new NewTicket(
                TicketType.REQUEST,
                category(),
                Urgency.MEDIUM,
                title.length() > 200 ? title.substring(0, 199) + "…" : title,
                made.text(),
                made.organization(),
                !by.office() ? by.name() : contact.isBlank() ? body : contact,
                EmailAddress.isOne(email.strip()) ? email : "",
                made.code(),
                made.protocol(),
                Sharing.WHOLE_BODY,
                Map.of());
    }

    private TicketNumber open(RequestNews.Made made, Author by) {
        NewTicket asked = asked(
                made,
                made.kind().label() + ": " + made.service(),
                made.contact().email(),
                by);
        return by.username().equals(Acting.PROGRAM)
                ? tickets.open(asked, by, clock.instant())
                : tickets.open(asked, by);
    }

    private String category() {
        List<Category> offered = rulebooks.current().offered();
        return offered.stream()
                .map(Category::code)
                .filter(CATEGORY::equals)
                .findFirst()
                .orElseGet(() -> offered.getFirst().code());
    }

    @EventListener
    void on(RequestNews.Filed filed) {
        TicketNumber number = store.ticketOf(filed.request()).orElse(null);
        if (number != null && state(number).takesFiles()) {
            // The identity card of who signs is for the office: a supplier that works the ticket has no need of it.
            Visibility visibility =
                    filed.role() == AttachmentRole.IDENTITY_CARD ? Visibility.INTERNAL : Visibility.PUBLIC;
            tickets.attach(number, visibility, filed.file(), acting());
        }
    }

    @EventListener
    void on(RequestNews.Moved moved) {
        TicketNumber number = store.ticketOf(moved.request()).orElse(null);
        if (number == null) {
            return;
        }
        Author by = acting();
        TicketState from = state(number);
        if (from == TicketState.DELETED) {
            if (moved.step() != RequestNews.Step.REOPENED) {
                return;
            }
            tickets.move(number, TicketState.NEW, null, moved.text(), by);
            tickets.write(number, Visibility.PUBLIC, moved.text(), by);
            return;
        }
        TicketState then = next(moved.step(), number, from, by);
        if (from == TicketState.NEW && moved.step() == RequestNews.Step.WITHDRAWN && !by.office()) {
            // Nobody of the office had it, and nobody needs to: a solution would want somebody who solved.
            tickets.write(number, Visibility.PUBLIC, moved.text(), by);
            tickets.move(number, TicketState.DELETED, null, moved.text(), by);
            return;
        }
        tickets.write(number, null, Visibility.PUBLIC, moved.text(), then, by, clock.instant());
    }

    /** The state that follows a step; {@code null} where the ticket stays: it is there already, or tasks hold it back. */
    private @Nullable TicketState next(RequestNews.Step step, TicketNumber number, TicketState from, Author by) {
        return switch (step) {
            case TAKEN -> from == TicketState.NEW && by.office() ? TicketState.ASSIGNED : null;
            case ACCEPTED, REFUSED, WITHDRAWN ->
                from.next().contains(TicketState.SOLVED)
                                && tasks.blocking(List.of(number)).isEmpty()
                        ? TicketState.SOLVED
                        : null;
            case REOPENED -> from == TicketState.SOLVED ? TicketState.ASSIGNED : null;
        };
    }

    private TicketState state(TicketNumber number) {
        return stored.lock(number).orElseThrow().state();
    }

    private Author acting() {
        return persons.acting()
                .map(Author::of)
                .orElseGet(() -> new Author(
                        Objects.requireNonNullElse(
                                Objects.requireNonNull(Acting.current()).actor(), Acting.PROGRAM),
                        Messages.text("tickets.service.office"),
                        true));
    }

    @Override
    public Map<RequestId, RequestTicket> of(Collection<RequestId> requests) {
        Map<RequestId, RequestTicket> shown = new HashMap<>();
        store.of(requests)
                .forEach((request, ticket) -> shown.put(
                        request,
                        new RequestTicket(
                                ticket.number().toString(),
                                ticket.state().label(),
                                Addresses.of(ticket.number()),
                                ticket.state() == TicketState.DELETED ? "" : Addresses.inArea(ticket.number()))));
        return shown;
    }
}
