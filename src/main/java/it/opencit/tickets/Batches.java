// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does the same to many tickets in one transaction. Those that may not are left as they are, with the reason; for some minutes
 * it can be undone for those that did not move on.
 */
@Service
class Batches {

    /** As many as are worked together. */
    static final int MOST = 500;

    /** How long a batch can be undone. */
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    private final Tickets tickets;
    private final TicketStore store;
    private final BatchStore batches;
    private final Obstacles obstacles;
    private final Standings standings;
    private final Rulebooks rulebooks;
    private final TicketMails mails;
    private final Clock clock;

    Batches(
            Tickets tickets,
            TicketStore store,
            BatchStore batches,
            Obstacles obstacles,
            Standings standings,
            Rulebooks rulebooks,
            TicketMails mails,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.batches = batches;
        this.obstacles = obstacles;
        this.standings = standings;
        this.rulebooks = rulebooks;
        this.mails = mails;
        this.clock = clock;
    }

    /** A batch with its tickets. */
    record Done(BatchStore.Batch batch, List<BatchStore.Line> lines) {}

    /**
     * Why some of these tickets would stay as they are, in words.
     *
     * @throws Refusal when a reason is to be given and is not
     */
    @Transactional(readOnly = true)
    public Map<TicketNumber, String> left(BatchAct act, List<TicketNumber> numbers, Author by) {
        return left(act, store.find(checked(numbers)), by, clock.instant());
    }

    private Map<TicketNumber, String> left(BatchAct act, List<Ticket> found, Author by, Instant at) {
        Map<TicketNumber, String> left = new LinkedHashMap<>();
        List<Ticket> asked = new ArrayList<>();
        for (Ticket ticket : found) {
            TicketNumber into = ticket.mergedInto();
            if (into == null) {
                asked.add(ticket);
            } else {
                left.put(ticket.number(), "È unito al ticket " + into + ".");
            }
        }
        switch (act) {
            case BatchAct.Assign(var to) ->
                asked.forEach(ticket -> {
                    if (!ticket.state().isOpen()) {
                        left.put(ticket.number(), notOpen(ticket));
                    } else if (to.equals(ticket.assignee())) {
                        left.put(ticket.number(), new Refusal("tickets.assign.same", to.shown()).inItalian());
                    }
                });
            case BatchAct.Change(var to, var reason) ->
                obstacles.of(asked, to, reason, by, rulebooks.current(), at).forEach((number, refusal) -> {
                    if ("reason".equals(refusal.field())) { // missing for all: asked for once
                        throw refusal;
                    }
                    left.put(number, refusal.inItalian());
                });
            case BatchAct.Categorize category ->
                asked.forEach(ticket -> {
                    if (!ticket.state().isOpen()) {
                        left.put(ticket.number(), notOpen(ticket));
                    } else if (ticket.category() == category.to().id()) {
                        left.put(ticket.number(), new Refusal("tickets.batch.category", category.title()).inItalian());
                    }
                });
        }
        return left;
    }

    private static String notOpen(Ticket ticket) {
        return new Refusal("tickets.assign.not-open", ticket.state().label()).inItalian();
    }

    /**
     * Does it.
     *
     * @return the number of the batch
     * @throws Refusal when no ticket may
     */
    @Transactional
    public long apply(BatchAct act, List<TicketNumber> numbers, Author by) {
        List<Ticket> held = store.lock(checked(numbers));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<TicketNumber, String> left = left(act, held, by, at);
        List<Ticket> doing = held.stream()
                .filter(ticket -> !left.containsKey(ticket.number()))
                .toList();
        if (doing.isEmpty()) {
            throw new Refusal("tickets.batch.none");
        }
        long id = batches.begin(act.what(), by, at);
        for (Ticket ticket : doing) {
            switch (act) {
                case BatchAct.Assign(var to) -> tickets.assignQuietly(ticket.number(), to, by);
                case BatchAct.Change(var to, var reason) ->
                    tickets.move(ticket.number(), null, to, null, reason, by, at, new HashSet<>());
                case BatchAct.Categorize category ->
                    tickets.categorize(ticket.number(), category.to(), category.promise(), by);
            }
        }
        if (act instanceof BatchAct.Assign(var to)) {
            mails.assignedTogether(doing, to, "lavoro-" + id, by);
        }
        batches.keep(id, held, left);
        return id;
    }

    @Transactional(readOnly = true)
    public Done get(long id) {
        return new Done(batches.find(id).orElseThrow(() -> new NotFound("Batch " + id)), batches.lines(id));
    }

    boolean isUndoable(BatchStore.Batch batch) {
        return batch.undone() == null && !batch.at().plus(UNDOABLE).isBefore(clock.instant());
    }

    /**
     * Puts the tickets of a batch back where they stood.
     *
     * @return those that moved on meanwhile and stay
     * @throws Refusal when it was undone, or is too long ago
     */
    @Transactional
    public List<TicketNumber> undo(long id, Author by) {
        BatchStore.Batch batch = batches.lock(id).orElseThrow(() -> new NotFound("Batch " + id));
        if (!isUndoable(batch)) {
            throw new Refusal(batch.undone() == null ? "tickets.batch.late" : "tickets.batch.undone");
        }
        Map<TicketNumber, BatchStore.Line> lines = batches.lines(id).stream()
                .filter(line -> line.standing() != null)
                .collect(Collectors.toMap(BatchStore.Line::ticket, line -> line));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<TicketNumber> stay = new ArrayList<>();
        for (Ticket ticket : store.lock(lines.keySet())) {
            BatchStore.Line line = lines.get(ticket.number());
            Standing before = line == null ? null : line.standing();
            if (line == null || before == null || ticket.version() != line.version()) {
                stay.add(ticket.number());
            } else {
                standings.bring(ticket, before, "Annullato: " + batch.what(), by, at);
            }
        }
        batches.undone(id, by, at);
        return stay;
    }

    private static List<TicketNumber> checked(List<TicketNumber> numbers) {
        if (numbers.isEmpty()) {
            throw new Refusal("tickets.batch.required");
        }
        if (numbers.size() > MOST) {
            throw new Refusal("tickets.batch.most", MOST);
        }
        return numbers;
    }
}
