// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links tickets that have to do with each other. A common fault has its tickets directly below it: none of them is a common
 * fault itself. What was linked is told in a note, since it may name other bodies.
 */
@Service
public class TicketLinks {

    /** As many as one act links. */
    static final int MOST = 500;

    private final TicketStore tickets;
    private final TicketLinkStore store;
    private final Clock clock;

    TicketLinks(TicketStore tickets, TicketLinkStore store, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Links a ticket to others.
     *
     * @param relation what the others become to it
     * @throws Refusal when one is not there, is linked already, or would be below two common faults
     */
    @Transactional
    public void link(TicketNumber number, Relation relation, Collection<TicketNumber> others, Author by) {
        Set<TicketNumber> wanted = new TreeSet<>(java.util.Comparator.comparingLong(TicketNumber::value));
        wanted.addAll(others);
        if (wanted.isEmpty()) {
            throw Refusal.inField("others", "tickets.link.required");
        }
        if (wanted.size() > MOST || relation == Relation.PARENT && wanted.size() > 1) {
            throw Refusal.inField("others", "tickets.link.most", relation == Relation.PARENT ? 1 : MOST);
        }
        if (wanted.contains(number)) {
            throw Refusal.inField("others", "tickets.link.itself");
        }
        Map<TicketNumber, Ticket> held = held(number, wanted);
        held.values().forEach(TicketLinks::refuseGone);
        List<TicketNumber> linked = store.linked(number, wanted);
        if (!linked.isEmpty()) {
            throw Refusal.inField("others", "tickets.link.already", numbers(linked));
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (relation) {
            case RELATED -> {
                store.add(wanted, number, false, at);
                wanted.forEach(one -> note(one, "Collegato al ticket " + named(held, number), by, at));
                note(number, "Collegato: " + named(held, wanted), by, at);
            }
            case CHILD -> below(number, wanted, held, by, at);
            case PARENT -> below(wanted.iterator().next(), Set.of(number), held, by, at);
        }
    }

    private static void refuseGone(Ticket ticket) {
        TicketNumber into = ticket.mergedInto();
        if (into != null) {
            throw Refusal.inField("others", "tickets.merged", ticket.number().toString(), into.toString());
        }
        if (!ticket.state().isWritable()) {
            throw Refusal.inField(
                    "others",
                    "tickets.link.deleted",
                    ticket.number().toString(),
                    ticket.state().label());
        }
    }

    private void below(
            TicketNumber parent,
            Collection<TicketNumber> children,
            Map<TicketNumber, Ticket> held,
            Author by,
            Instant at) {
        if (store.parent(parent).isPresent()) {
            throw Refusal.inField("others", "tickets.link.part", parent.toString());
        }
        Set<TicketNumber> taken = store.inFaults(children);
        if (!taken.isEmpty()) {
            throw Refusal.inField("others", "tickets.link.taken", numbers(taken));
        }
        store.add(children, parent, true, at);
        children.forEach(one -> note(one, "Fa parte del guasto comune " + named(held, parent), by, at));
        note(parent, "Guasto comune: ne fanno parte " + named(held, children), by, at);
    }

    /** Takes a link away. */
    @Transactional
    public void unlink(TicketNumber number, TicketNumber other, Author by) {
        Map<TicketNumber, Ticket> held = held(number, List.of(other));
        if (!store.remove(number, other)) {
            throw new Refusal("tickets.link.none", other.toString());
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        note(number, "Non è più collegato a " + named(held, other), by, at);
        note(other, "Non è più collegato a " + named(held, number), by, at);
    }

    private Map<TicketNumber, Ticket> held(TicketNumber number, Collection<TicketNumber> others) {
        List<TicketNumber> all = new ArrayList<>(others);
        all.add(number);
        Map<TicketNumber, Ticket> held =
                tickets.lock(all).stream().collect(Collectors.toMap(Ticket::number, ticket -> ticket));
        if (!held.containsKey(number)) {
            throw new NotFound("Ticket " + number);
        }
        for (TicketNumber one : all) {
            Ticket ticket = held.get(one);
            if (ticket == null) {
                throw Refusal.inField("others", "tickets.incoming.no-ticket", one.toString());
            }
        }
        return held;
    }

    private void note(TicketNumber number, String text, Author by, Instant at) {
        tickets.add(number, new Entry(0, at, Visibility.INTERNAL, true, by.username(), by.name(), text), null);
    }

    private static String named(Map<TicketNumber, Ticket> held, Collection<TicketNumber> numbers) {
        return numbers.stream().map(one -> named(held, one)).collect(Collectors.joining("; "));
    }

    private static String named(Map<TicketNumber, Ticket> held, TicketNumber number) {
        Ticket ticket = held.get(number);
        return "n. " + number + (ticket == null ? "" : " «" + ticket.title() + "»");
    }

    private static String numbers(Collection<TicketNumber> numbers) {
        return numbers.stream()
                .sorted(java.util.Comparator.comparingLong(TicketNumber::value))
                .map(TicketNumber::toString)
                .collect(Collectors.joining(", "));
    }
}
