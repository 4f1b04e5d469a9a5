// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.ServiceLevel.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Brings a ticket to where an act on many, or its undoing, puts it: past the usual transitions, but never past the ledger,
 * which only grows. Nobody is told by mail.
 */
@Component
class Standings {

    private final TicketStore store;
    private final Rulebooks rulebooks;
    private final SupplierLinks links;

    Standings(TicketStore store, Rulebooks rulebooks, SupplierLinks links) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.links = links;
    }

    /** @param ticket held by the transaction */
    void bring(Ticket ticket, Standing to, String why, Author by, Instant moment) {
        Rulebook rules = rulebooks.current();
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        boolean runs = to.state().clockRuns();
        Ledger ledger = store.ledger(ticket.number(), rules);
        Mark last = ledger.last();
        if (last.running() != runs || last.level().id() != to.level()) {
            Instant second = at.truncatedTo(ChronoUnit.SECONDS);
            Mark mark = new Mark(
                    second.isBefore(last.at()) ? last.at() : second,
                    runs,
                    why,
                    rules.calendar(),
                    rules.level(to.level()));
            ledger = ledger.with(mark);
            store.add(ticket.number(), mark);
        }
        store.save(new Ticket(
                ticket.number(),
                ticket.type(),
                to.category(),
                ticket.urgency(),
                to.state(),
                ticket.title(),
                ticket.description(),
                ticket.organization(),
                ticket.requester(),
                ticket.username(),
                ticket.email(),
                ticket.service(),
                ticket.protocol(),
                to.assignee(),
                ticket.opened(),
                ticket.openedBy(),
                at,
                to.taken(),
                to.solved(),
                to.closed(),
                runs && to.taken() == null ? ledger.due(Target.TAKE_IN_CHARGE).orElse(null) : null,
                runs ? ledger.due(Target.SOLUTION).orElse(null) : null,
                to.level(),
                ticket.version(),
                ticket.mergedInto()));
        if (to.state() != ticket.state()) {
            tell(
                    ticket,
                    TicketEvent.Kind.STATE,
                    ticket.state().name(),
                    to.state().name(),
                    why,
                    by,
                    at);
        }
        if (to.category() != ticket.category()) {
            tell(
                    ticket,
                    TicketEvent.Kind.CATEGORY,
                    rules.title(rules.category(ticket.category())),
                    rules.title(rules.category(to.category())),
                    why,
                    by,
                    at);
        }
        if (to.level() != ticket.level()) {
            tell(
                    ticket,
                    TicketEvent.Kind.LEVEL,
                    rules.level(ticket.level()).name(),
                    rules.level(to.level()).name(),
                    why,
                    by,
                    at);
        }
        Assignee before = ticket.assignee();
        Assignee after = to.assignee();
        if (!Objects.equals(before, after)) {
            links.revoke(ticket.number());
            tell(
                    ticket,
                    TicketEvent.Kind.ASSIGNEE,
                    before == null ? "" : before.shown(),
                    after == null ? "nessuno" : after.shown(),
                    why,
                    by,
                    at);
        }
        if (to.state() == TicketState.CLOSED) {
            links.revoke(ticket.number());
        }
    }

    private void tell(
            Ticket ticket, TicketEvent.Kind kind, String before, String after, String why, Author by, Instant at) {
        store.add(ticket.number(), new TicketEvent(0, at, kind, before, after, why, by.username(), by.name()));
    }
}
