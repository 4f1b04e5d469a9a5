// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets, for other programs. A body's person sees and writes those of its own bodies, without notes and names of agents. */
@RestController
@RequestMapping("/api/v1/tickets")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
class TicketApi {

    private static final int MOST = 500;

    private final Tickets tickets;
    private final TicketReader reader;
    private final Assignees assignees;
    private final Observers observers;
    private final TicketLinks links;
    private final Merges merges;
    private final Corrections corrections;
    private final Rulebooks rulebooks;
    private final Clock clock;

    TicketApi(
            Tickets tickets,
            TicketReader reader,
            Assignees assignees,
            Observers observers,
            TicketLinks links,
            Merges merges,
            Corrections corrections,
            Rulebooks rulebooks,
            Clock clock) {
        this.corrections = corrections;
        this.rulebooks = rulebooks;
        this.merges = merges;
        this.links = links;
        this.observers = observers;
        this.assignees = assignees;
        this.tickets = tickets;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What it takes to open one; {@code urgency} MEDIUM when it is not said, {@code visibility} BODY.
     *
     * @param observers persons of the body, by name or user name
     * @param answers in the own fields of the category, by key
     */
    record Opening(
            @Nullable TicketType type,
            @Nullable String category,
            @Nullable Urgency urgency,
            @Nullable String title,
            @Nullable String description,
            @Nullable OrganizationId organizationId,
            @Nullable String requester,
            @Nullable String email,
            @Nullable String service,
            @Nullable String protocol,
            @Nullable Audience visibility,
            @Nullable Boolean confidential,
            @Nullable List<String> observers,
            @Nullable Map<String, String> answers) {}

    @PostMapping
    ResponseEntity<ApiTicket> open(@RequestBody Opening opening, SignedIn person) {
        TicketType type = opening.type();
        if (type == null) {
            throw Refusal.inField("type", "tickets.api.field", "type");
        }
        OrganizationId asked = opening.organizationId();
        OrganizationId body = office(person) ? asked : own(person, asked);
        if (body == null) {
            throw Refusal.inField("organizationId", "tickets.organization");
        }
        Urgency urgency = opening.urgency();
        String category = text(opening.category()).isEmpty() ? "assistenza" : text(opening.category());
        TicketNumber number = tickets.open(
                new NewTicket(
                        type,
                        category,
                        urgency == null ? Urgency.MEDIUM : urgency,
                        text(opening.title()),
                        text(opening.description()),
                        body,
                        text(opening.requester()),
                        text(opening.email()),
                        text(opening.service()),
                        text(opening.protocol()),
                        sharing(body, opening, office(person) ? null : person.username()),
                        answers(category, opening)),
                Author.of(person));
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + number)).body(show(number, person));
    }

    /** Which of its bodies a person means; {@code null} for none of them, or when it has several and does not say. */
    private static @Nullable OrganizationId own(SignedIn person, @Nullable OrganizationId asked) {
        Set<OrganizationId> all = OwnBody.all(person);
        if (asked == null) {
            return all.size() == 1 ? all.iterator().next() : null;
        }
        return all.contains(asked) ? asked : null;
    }

    private Map<String, String> answers(String category, Opening opening) {
        Map<String, String> answers = opening.answers();
        return NewTicketForm.answers(
                NewTicketForm.template(rulebooks.current(), category),
                Map.of(
                        "urgency", opening.urgency() == null ? "" : "si",
                        "service", text(opening.service()),
                        "protocol", text(opening.protocol()),
                        "email", text(opening.email())),
                answers == null ? Map.of() : answers);
    }

    private Sharing sharing(OrganizationId body, Opening opening, @Nullable String requester) {
        Audience audience = opening.visibility();
        Boolean confidential = opening.confidential();
        List<String> names = opening.observers();
        if (audience == Audience.OFFICE
                && observers.office(body, requester, text(opening.requester())).isEmpty()) {
            throw Refusal.inField("visibility", "tickets.sharing.office");
        }
        return observers.chosen(
                body,
                audience == null ? Audience.BODY : audience,
                confidential != null && confidential,
                names == null ? List.of() : names);
    }

    /**
     * Tickets a page at a time.
     *
     * @param state may be repeated; OPEN stands for all that are not over
     * @param category code; those of the categories below it are there too
     * @param organizationId the only body; of a body's person one of its own, else it says nothing
     * @param service title or code, whatever the case
     * @param requester user name or e-mail address of who asked
     * @param due {@code overdue}, {@code today}, {@code week}, or a day: those whose next promise falls due by then
     */
    @GetMapping
    ApiTicket.ApiTickets list(
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam(defaultValue = "-opened") String sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OrganizationId organizationId,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @RequestParam(required = false) @Nullable TicketType type,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String requester,
            @RequestParam(defaultValue = "") String due,
            SignedIn person) {
        TicketQuery.Sort order = Arrays.stream(TicketQuery.Sort.values())
                .filter(one -> one.code.equals(sort))
                .findFirst()
                .orElseThrow(() -> Refusal.inField("sort", "tickets.api.sort", sort));
        boolean office = office(person);
        TicketQuery.Asking asked = TicketQuery.first(limited(limit))
                .states(shown(states(state), office))
                .urgency(urgency)
                .type(type)
                .categories(categories(rulebooks.current(), category.strip()))
                .services(
                        service.isBlank()
                                ? Set.of()
                                : rulebooks.current().services().spellings(service))
                .requester(requester.strip())
                .dueBefore(dueBefore(due.strip()))
                .words(q.strip())
                .sorted(order)
                .after(cursor.isEmpty() ? null : Position.read(cursor));
        TicketReader.Page page = reader.page(
                office
                        ? asked.of(organizationId)
                                .whose(assignee.isBlank() ? null : new Whose.Of(assignee.strip()))
                                .done()
                        : asked.of(own(person, organizationId))
                                .withoutNotes()
                                .seenBy(person.username(), OwnBody.all(person))
                                .done());
        return ApiTicket.ApiTickets.of(page, office);
    }

    /** How many are asked for at a time, if they are not too many. */
    static int limited(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.inField("limit", "tickets.api.limit", MOST);
        }
        return limit;
    }

    /**
     * A category and those below it.
     *
     * @param code "" for all
     */
    static Set<Long> categories(Rulebook rules, String code) {
        return code.isEmpty() ? Set.of() : rules.family(category(rules, code));
    }

    static Category category(Rulebook rules, String code) {
        return rules.category(code).orElseThrow(() -> Refusal.inField("category", "tickets.category.unknown", code));
    }

    private @Nullable Instant dueBefore(String written) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Italian.ROME);
        try {
            return switch (written) {
                case "" -> null;
                case "overdue" -> now;
                case "today" -> endOf(today);
                case "week" -> now.plus(Duration.ofDays(7));
                default -> endOf(LocalDate.parse(written));
            };
        } catch (DateTimeException e) {
            throw Refusal.inField("due", "tickets.api.due", written);
        }
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Italian.ROME).toInstant();
    }

    @GetMapping("/{number}")
    ApiTicket show(@PathVariable TicketNumber number, SignedIn person) {
        return ApiTicket.of(found(number, person), clock.instant(), office(person));
    }

    /** The ledger, and how every due time comes out of it. */
    @GetMapping("/{number}/clock")
    ApiTicket.Clock clock(@PathVariable TicketNumber number, SignedIn person) {
        if (!office(person)) {
            throw new AccessDeniedException("The clock is the office's");
        }
        return ApiTicket.Clock.of(found(number, person).whole(), clock.instant());
    }

    /**
     * A change of state, or of who has it.
     *
     * @param assignee user name, or name of a group or supplier
     * @param assigneeKind PERSON when it is not said
     * @param waitingFor of a ticket that is suspended, who is waited for; when it is not said its supplier, or else the body
     */
    record Moving(
            @Nullable TicketState state,
            @Nullable String assignee,
            Assignee.@Nullable Kind assigneeKind,
            @Nullable PauseCause waitingFor,
            @Nullable String reason,
            @Nullable Integer version) {}

    @PostMapping("/{number}/transitions")
    ApiTicket move(@PathVariable TicketNumber number, @RequestBody Moving moving, SignedIn person) {
        TicketState to = moving.state();
        if (to == null) {
            throw Refusal.inField("state", "tickets.api.field", "state");
        }
        TicketState from = found(number, person).whole().ticket().state();
        Assignee assignee = null;
        if (office(person)) {
            assignee = text(moving.assignee()).isEmpty()
                    ? null
                    : assignees.named(moving.assigneeKind(), text(moving.assignee()));
        } else if (!BodyActs.allowed(from).contains(to)) {
            throw new TransitionRefused(from, to, BodyActs.allowed(from));
        }
        if (to == from && to.isOpen() && assignee != null) {
            tickets.assign(number, moving.version(), assignee, text(moving.reason()), Author.of(person));
        } else if (to == TicketState.SUSPENDED && moving.waitingFor() != null) {
            tickets.suspend(
                    number, moving.version(), assignee, moving.waitingFor(), text(moving.reason()), Author.of(person));
        } else {
            tickets.move(
                    number, moving.version(), to, assignee, text(moving.reason()), Author.of(person), clock.instant());
        }
        return show(number, person);
    }

    /** Who a ticket is given to; {@code assigneeKind} PERSON when it is not said. */
    record Assigning(
            @Nullable String assignee,
            Assignee.@Nullable Kind assigneeKind,
            @Nullable String reason,
            @Nullable Integer version) {}

    @PostMapping("/{number}/assignment")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket assign(@PathVariable TicketNumber number, @RequestBody Assigning assigning, SignedIn person) {
        Assignee to = assignees.named(assigning.assigneeKind(), text(assigning.assignee()));
        tickets.assign(number, assigning.version(), to, text(assigning.reason()), Author.of(person));
        return show(number, person);
    }

    /**
     * What is corrected; what is not said stays as it is.
     *
     * @param requester who asks in another body, where the body changes
     * @param email where the requester of another body reads
     * @param chooseLevel whether the service level is chosen again
     * @param openedAt refused, whatever it is: an opening is never corrected
     */
    record Correcting(
            @Nullable TicketType type,
            @Nullable String category,
            @Nullable String title,
            @Nullable String service,
            @Nullable String protocol,
            @Nullable OrganizationId organizationId,
            @Nullable String requester,
            @Nullable String email,
            @Nullable Boolean chooseLevel,
            @Nullable String openedAt,
            @Nullable String reason,
            @Nullable Integer version) {}

    @PatchMapping("/{number}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket correct(@PathVariable TicketNumber number, @RequestBody Correcting asked, SignedIn person) {
        if (asked.openedAt() != null) {
            throw Refusal.inField("openedAt", "tickets.correct.opening");
        }
        TicketReader.Found found = found(number, person);
        Ticket now = found.whole().ticket();
        corrections.correct(
                number,
                asked.version() == null ? Integer.valueOf(now.version()) : asked.version(), // what was read is kept
                new Correction(
                        Objects.requireNonNullElse(asked.type(), now.type()),
                        Objects.requireNonNullElse(
                                asked.category(),
                                found.rules().category(now.category()).code()),
                        Objects.requireNonNullElse(asked.title(), now.title()),
                        Objects.requireNonNullElse(asked.service(), now.service()),
                        Objects.requireNonNullElse(asked.protocol(), now.protocol()),
                        Objects.requireNonNullElse(asked.organizationId(), now.organization()),
                        text(asked.requester()),
                        text(asked.email()),
                        Boolean.TRUE.equals(asked.chooseLevel()),
                        text(asked.reason())),
                Author.of(person));
        return show(number, person);
    }

    /** A new urgency and why. */
    record Urging(
            @Nullable Urgency urgency,
            @Nullable String reason,
            @Nullable Integer version) {}

    @PostMapping("/{number}/urgency")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket changeUrgency(@PathVariable TicketNumber number, @RequestBody Urging urging, SignedIn person) {
        Urgency urgency = urging.urgency();
        if (urgency == null) {
            throw Refusal.inField("urgency", "tickets.api.field", "urgency");
        }
        tickets.changeUrgency(number, urging.version(), urgency, text(urging.reason()), Author.of(person));
        return show(number, person);
    }

    /**
     * Tickets to link.
     *
     * @param relation what they become to it; RELATED when it is not said
     */
    record Linking(@Nullable Relation relation, @Nullable List<TicketNumber> tickets) {}

    @PostMapping("/{number}/links")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket link(@PathVariable TicketNumber number, @RequestBody Linking linking, SignedIn person) {
        Relation relation = linking.relation();
        List<TicketNumber> others = linking.tickets();
        if (others == null || others.isEmpty()) {
            throw Refusal.inField("tickets", "tickets.api.field", "tickets");
        }
        links.link(number, relation == null ? Relation.RELATED : relation, others, Author.of(person));
        return show(number, person);
    }

    @DeleteMapping("/{number}/links/{other}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket unlink(@PathVariable TicketNumber number, @PathVariable TicketNumber other, SignedIn person) {
        links.unlink(number, other, Author.of(person));
        return show(number, person);
    }

    /** The ticket of the same body with which a duplicate goes on. */
    record Merging(@Nullable TicketNumber into) {}

    @PostMapping("/{number}/merge")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket merge(@PathVariable TicketNumber number, @RequestBody Merging merging, SignedIn person) {
        TicketNumber into = merging.into();
        if (into == null) {
            throw Refusal.inField("into", "tickets.api.field", "into");
        }
        merges.merge(number, into, Author.of(person));
        return show(number, person);
    }

    /** Undoes a merge. */
    @DeleteMapping("/{number}/merge")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiTicket unmerge(@PathVariable TicketNumber number, SignedIn person) {
        merges.undo(number, Author.of(person));
        return show(number, person);
    }

    /** An answer or a note. */
    record Writing(
            @Nullable Visibility visibility,
            @Nullable String text,
            @Nullable Integer version) {}

    @PostMapping("/{number}/entries")
    @ResponseStatus(HttpStatus.CREATED)
    ApiTicket write(@PathVariable TicketNumber number, @RequestBody Writing writing, SignedIn person) {
        found(number, person);
        Visibility visibility = writing.visibility() == null ? Visibility.PUBLIC : writing.visibility();
        if (!office(person) && visibility != Visibility.PUBLIC) {
            throw new AccessDeniedException("Notes are the office's");
        }
        tickets.write(
                number, writing.version(), visibility, text(writing.text()), null, Author.of(person), clock.instant());
        return show(number, person);
    }

    /** An illegal change of state: a conflict, with what is legal. */
    @ExceptionHandler
    ProblemDetail refused(TransitionRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.inItalian());
        problem.setProperty("code", refused.key());
        problem.setProperty("field", "state");
        problem.setProperty("allowed", refused.allowed());
        return problem;
    }

    private TicketReader.Found found(TicketNumber number, SignedIn person) {
        return reader.get(number, Viewer.of(person));
    }

    private static boolean office(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE);
    }

    private static Set<TicketState> states(List<String> names) {
        Set<TicketState> states = EnumSet.noneOf(TicketState.class);
        for (String name : names) {
            if (name.equals("OPEN")) {
                Arrays.stream(TicketState.values()).filter(TicketState::isOpen).forEach(states::add);
            } else if (!name.isBlank()) {
                states.add(Arrays.stream(TicketState.values())
                        .filter(state -> state.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> Refusal.inField(
                                "state",
                                "tickets.api.state",
                                name,
                                Arrays.stream(TicketState.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
            }
        }
        return states;
    }

    /** A body never sees what was deleted. */
    static Set<TicketState> shown(Set<TicketState> asked, boolean office) {
        if (office) {
            return asked;
        }
        Set<TicketState> visible = EnumSet.complementOf(EnumSet.of(TicketState.DELETED));
        if (!asked.isEmpty()) {
            visible.retainAll(asked);
            if (visible.isEmpty()) {
                throw Refusal.inField("state", "tickets.api.state", TicketState.DELETED, "OPEN");
            }
        }
        return visible;
    }

    /** A text of a document, stripped; "" where it is not said. */
    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
