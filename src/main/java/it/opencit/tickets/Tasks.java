// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.access.StaffMember;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done for a ticket; some of it before it may be solved. */
@Service
@Transactional
class Tasks {

    private final TaskStore store;
    private final TicketStore tickets;
    private final Persons persons;
    private final Clock clock;

    Tasks(TaskStore store, TicketStore tickets, Persons persons, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Adds a task to an open ticket.
     *
     * @param username of who is to do it; "" for nobody in particular
     */
    public void add(TicketNumber number, String title, String username, @Nullable LocalDate due, boolean blocking) {
        Ticket ticket = held(number);
        if (!ticket.state().isOpen()) {
            throw new Refusal("tickets.task.not-open", ticket.state().label());
        }
        if (title.isBlank() || title.length() > 200) {
            throw Refusal.inField("title", "tickets.task.title");
        }
        StaffMember assignee = username.isEmpty()
                ? null
                : persons.staff().stream()
                        .filter(one -> one.username().equals(username))
                        .findFirst()
                        .orElseThrow(() -> Refusal.inField("assignee", "tickets.assign.unknown", username));
        store.add(number, title.strip(), assignee, due, blocking);
    }

    /** Says that a task is done, or with {@code done} false that it is not yet. */
    public void finish(TicketNumber number, long task, boolean done, Author by) {
        held(number);
        if (!store.finish(number, task, done ? clock.instant() : null, done ? by.name() : "")) {
            throw new Refusal("tickets.task.same");
        }
    }

    private Ticket held(TicketNumber number) {
        return tickets.lock(number).orElseThrow(() -> new NotFound("Ticket " + number));
    }
}
