// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for many tickets, for other programs of the office: a preview, the act with what the preview gave, ten minutes to undo. */
@RestController
@RequestMapping(BatchApi.BATCHES)
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class BatchApi {

    static final String BATCHES = "/api/v1/tickets/batches";

    private final Batches batches;
    private final Assignees assignees;
    private final Rulebooks rulebooks;

    BatchApi(Batches batches, Assignees assignees, Rulebooks rulebooks) {
        this.batches = batches;
        this.assignees = assignees;
        this.rulebooks = rulebooks;
    }

    /** What is done to them. */
    enum Act {
        /** Gives them to {@code assignee}. */
        ASSIGN,
        /** Changes them to {@code state}. */
        STATE,
        /** Moves them to {@code category}. */
        CATEGORY
    }

    /**
     * What is asked for many tickets.
     *
     * @param tickets their numbers, at most 500
     * @param assigneeKind PERSON when it is not said
     * @param waitingFor of a pause, what is waited for; when it is not said, of each ticket its supplier or else the body
     * @param category code
     * @param chooseLevel whether the service level is chosen again by the new category
     * @param token of the preview, which is asked for without it
     */
    record BatchWork(
            @Nullable Act act,
            @Nullable List<TicketNumber> tickets,
            @Nullable String assignee,
            Assignee.@Nullable Kind assigneeKind,
            @Nullable TicketState state,
            @Nullable PauseCause waitingFor,
            @Nullable String reason,
            @Nullable String category,
            @Nullable Boolean chooseLevel,
            @Nullable String token) {

        List<TicketNumber> numbers() {
            if (tickets == null || tickets.isEmpty() || tickets.stream().anyMatch(Objects::isNull)) {
                throw Refusal.inField("tickets", "tickets.api.field", "tickets");
            }
            return tickets;
        }
    }

    /** A ticket that stays as it is, and why, in Italian. */
    record TicketLeft(TicketNumber ticket, String why) {}

    /**
     * What would come of it; nothing is done.
     *
     * @param what in Italian, as it would stay written
     * @param token to send with the same to do it; after a change of one of the tickets it is worth nothing
     */
    record BatchPreview(String what, List<TicketNumber> changing, List<TicketLeft> left, String token) {}

    /**
     * What was done.
     *
     * @param undoneAt {@code null} when it was not
     * @param undoableUntil {@code null} when it no longer can
     */
    record ApiBatch(
            String id,
            String what,
            Instant at,
            String by,
            @Nullable Instant undoneAt,
            @Nullable Instant undoableUntil,
            List<TicketNumber> changed,
            List<TicketLeft> left) {}

    /**
     * What came of undoing it.
     *
     * @param movedOn tickets that changed meanwhile and stay as they are
     */
    record BatchUndone(ApiBatch batch, List<TicketNumber> movedOn) {}

    @PostMapping("/preview")
    BatchPreview preview(@RequestBody BatchWork work, SignedIn person) {
        BatchAct act = act(work);
        Batches.Preview preview = batches.preview(act, work.numbers(), Author.of(person));
        return new BatchPreview(act.what(), preview.doing(), left(preview.left()), preview.token());
    }

    @PostMapping
    ResponseEntity<ApiBatch> apply(@RequestBody BatchWork work, SignedIn person) {
        String token = work.token();
        if (token == null || token.isBlank()) {
            throw Refusal.inField("token", "tickets.api.token");
        }
        long id = batches.apply(act(work), work.numbers(), token, Author.of(person));
        return ResponseEntity.created(URI.create(BATCHES + "/" + id)).body(show(id));
    }

    @GetMapping("/{id:\\d+}")
    ApiBatch show(@PathVariable long id) {
        Batches.Done done = batches.get(id);
        BatchStore.Batch batch = done.batch();
        return new ApiBatch(
                Long.toString(id),
                batch.what(),
                batch.at(),
                batch.by(),
                batch.undone(),
                batches.isUndoable(batch) ? Batches.undoableUntil(batch) : null,
                done.lines().stream()
                        .filter(line -> line.why().isEmpty())
                        .map(BatchStore.Line::ticket)
                        .toList(),
                done.lines().stream()
                        .filter(line -> !line.why().isEmpty())
                        .map(line -> new TicketLeft(line.ticket(), line.why()))
                        .toList());
    }

    /** Undoes it, within ten minutes. */
    @PostMapping("/{id:\\d+}/reversal")
    BatchUndone undo(@PathVariable long id, SignedIn person) {
        List<TicketNumber> movedOn = batches.undo(id, Author.of(person));
        return new BatchUndone(show(id), movedOn);
    }

    private BatchAct act(BatchWork work) {
        return switch (work.act()) {
            case null -> throw Refusal.inField("act", "tickets.api.field", "act");
            case ASSIGN -> new BatchAct.Assign(assignees.named(work.assigneeKind(), TicketApi.text(work.assignee())));
            case STATE -> {
                TicketState to = work.state();
                if (to == null) {
                    throw Refusal.inField("state", "tickets.api.field", "state");
                }
                yield new BatchAct.Change(to, Tickets.shortened(TicketApi.text(work.reason())), work.waitingFor());
            }
            case CATEGORY -> {
                Rulebook rules = rulebooks.current();
                Category category = TicketApi.category(rules, TicketApi.text(work.category()));
                if (category.retired()) {
                    throw Refusal.inField("category", "tickets.category.unknown", category.code());
                }
                yield new BatchAct.Categorize(category, rules.title(category), Boolean.TRUE.equals(work.chooseLevel()));
            }
        };
    }

    private static List<TicketLeft> left(Map<TicketNumber, String> left) {
        return left.entrySet().stream()
                .map(one -> new TicketLeft(one.getKey(), one.getValue()))
                .toList();
    }
}
