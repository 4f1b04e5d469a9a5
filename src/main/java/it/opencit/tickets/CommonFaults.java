// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.documents.Upload;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A common fault and the tickets that are part of it, answered and closed once. All of it is one transaction and one event:
 * who asked on many of them is told once.
 */
@Service
class CommonFaults {

    private final Tickets tickets;
    private final TicketStore store;
    private final TicketLinkStore links;
    private final Obstacles obstacles;
    private final Rulebooks rulebooks;
    private final Clock clock;

    CommonFaults(
            Tickets tickets,
            TicketStore store,
            TicketLinkStore links,
            Obstacles obstacles,
            Rulebooks rulebooks,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.links = links;
        this.obstacles = obstacles;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /**
     * What came of it below the common fault.
     *
     * @param done how many followed it
     * @param left those that did not, and why, in words
     */
    record Outcome(int done, List<String> left) {

        String told() {
            return done
                    + (done == 1 ? " ticket che ne fa parte" : " ticket che ne fanno parte")
                    + (left.isEmpty() ? "." : ". Non " + String.join("; ", left) + ".");
        }
    }

    /**
     * Answers a common fault and, in the same words, each ticket that is part of it and is not over. A state that follows is
     * theirs too where it is the solution, or the end, and they may come to it. Files that go with it are on each of them.
     */
    @Transactional
    public Outcome answer(
            TicketNumber number, @Nullable Integer seen, Message message, List<Upload> uploads, Author by) {
        Family family = held(number, seen);
        Instant at = clock.instant();
        Set<String> told = new HashSet<>();
        TicketState then = message.then();
        Message kept = message.with(tickets.keep(uploads));
        TicketState follows = then == TicketState.SOLVED || then == TicketState.CLOSED ? then : null;
        Map<TicketNumber, Refusal> hindered =
                follows == null ? Map.of() : obstacles.of(family.children, follows, "", by, rulebooks.current(), at);
        tickets.write(number, null, kept, by, at, told);
        List<String> left = new ArrayList<>();
        int done = 0;
        for (Ticket child : family.children) {
            Refusal hindrance = hindered.get(child.number());
            if (child.state() == TicketState.CLOSED || !child.state().isWritable()) {
                left.add(left(child, "è già «" + child.state().label() + "»"));
                continue;
            }
            if (hindrance != null && child.state() != follows) {
                left.add(left(
                        child, "ha la risposta, ma resta «" + child.state().label() + "»: " + hindrance.inItalian()));
            }
            tickets.write(
                    child.number(),
                    null,
                    kept.goingOn(hindrance == null ? follows : null).givenTo(family.assignee(child)),
                    by,
                    at,
                    told);
            done++;
        }
        return new Outcome(done, left);
    }

    /**
     * Brings a common fault, and each ticket that is part of it and may, to its solution or end.
     *
     * @throws Refusal for any other state
     */
    @Transactional
    public Outcome move(TicketNumber number, @Nullable Integer seen, TicketState to, String reason, Author by) {
        if (to != TicketState.SOLVED && to != TicketState.CLOSED) {
            throw Refusal.inField("state", "tickets.fault.state");
        }
        Family family = held(number, seen);
        Instant at = clock.instant();
        Set<String> told = new HashSet<>();
        Map<TicketNumber, Refusal> hindered =
                obstacles.of(family.children, to, reason.strip(), by, rulebooks.current(), at);
        tickets.move(number, null, to, null, reason, by, at, told);
        List<String> left = new ArrayList<>();
        for (Ticket child : family.children) {
            Refusal hindrance = hindered.get(child.number());
            if (hindrance != null) {
                left.add(left(child, hindrance.inItalian()));
                continue;
            }
            tickets.move(child.number(), null, to, family.assignee(child), reason, by, at, told);
        }
        return new Outcome(family.children.size() - left.size(), left);
    }

    private record Family(Ticket parent, List<Ticket> children) {

        /** Who has a child from now on: who had it, or who has the common fault. */
        @Nullable
        Assignee assignee(Ticket child) {
            return child.assignee() == null ? parent.assignee() : null;
        }
    }

    private Family held(TicketNumber number, @Nullable Integer seen) {
        List<TicketNumber> all = new ArrayList<>(links.children(number));
        all.add(number);
        List<Ticket> held = new ArrayList<>(store.lock(all));
        Ticket parent = held.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("Ticket " + number));
        if (seen != null && seen != parent.version()) {
            throw new OptimisticLockingFailureException("Ticket " + number + " changed after version " + seen);
        }
        held.remove(parent);
        return new Family(parent, held);
    }

    private static String left(Ticket child, String why) {
        return "n. " + child.number() + " (" + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why) + ")";
    }
}
