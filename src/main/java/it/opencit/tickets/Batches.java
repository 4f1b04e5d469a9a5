// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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
     * What would come of an act.
     *
     * @param doing tickets that would follow
     * @param left those that would stay as they are, with the reason in words
     * @param token of what was seen here, to do that and nothing else
     */
    record Preview(List<TicketNumber> doing, Map<TicketNumber, String> left, String token) {}

    /**
     * What would come of an act, which is not done.
     *
     * @throws Refusal when a reason is to be given and is not, or a ticket is not there
     */
    @Transactional(readOnly = true)
    public Preview preview(BatchAct act, List<TicketNumber> numbers, Author by) {
        List<Ticket> found = all(numbers, store.find(checked(numbers)));
        Map<TicketNumber, String> left = left(act, found, by, clock.instant());
        return new Preview(
                found.stream()
                        .map(Ticket::number)
                        .filter(number -> !left.containsKey(number))
                        .toList(),
                left,
                token(act, found, left));
    }

    private static List<Ticket> all(List<TicketNumber> numbers, List<Ticket> found) {
        Set<TicketNumber> unknown = new TreeSet<>(Comparator.comparingLong(TicketNumber::value));
        unknown.addAll(numbers);
        found.forEach(ticket -> unknown.remove(ticket.number()));
        if (!unknown.isEmpty()) {
            throw Refusal.inField(
                    "tickets",
                    "tickets.batch.unknown",
                    unknown.stream().map(TicketNumber::toString).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The same as long as the act is, the tickets, how each stands, and which of them may not. */
    private static String token(BatchAct act, List<Ticket> found, Map<TicketNumber, String> left) {
        String seen = found.stream()
                .map(ticket -> ticket.number() + ":" + ticket.version() + ":" + left.getOrDefault(ticket.number(), ""))
                .collect(Collectors.joining("\n", act.code() + "\n", ""));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
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
            case BatchAct.Change change ->
                obstacles
                        .of(asked, change.to(), change.why(), by, rulebooks.current(), at)
                        .forEach((number, refusal) -> {
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

    /** Does it, whatever came between the preview and now. */
    @Transactional
    public long apply(BatchAct act, List<TicketNumber> numbers, Author by) {
        return apply(act, numbers, null, by);
    }

    /**
     * Does it.
     *
     * @param seen token of the preview; {@code null} to go on whatever changed since
     * @return the number of the batch
     * @throws Refusal when no ticket may, or one is not there
     * @throws OptimisticLockingFailureException when something else would come of it than the preview said
     */
    @Transactional
    public long apply(BatchAct act, List<TicketNumber> numbers, @Nullable String seen, Author by) {
        List<Ticket> held = all(numbers, store.lock(checked(numbers)));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<TicketNumber, String> left = left(act, held, by, at);
        if (seen != null && !seen.equals(token(act, held, left))) {
            throw new OptimisticLockingFailureException("Not what the preview said: " + act.what());
        }
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
                case BatchAct.Change(var to, var reason, var cause) -> {
                    if (cause != null) {
                        tickets.suspend(ticket.number(), null, null, cause, reason, by);
                    } else {
                        tickets.move(ticket.number(), null, to, null, reason, by, at, new HashSet<>());
                    }
                }
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
        return batch.undone() == null && !undoableUntil(batch).isBefore(clock.instant());
    }

    static Instant undoableUntil(BatchStore.Batch batch) {
        return batch.at().plus(UNDOABLE);
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
