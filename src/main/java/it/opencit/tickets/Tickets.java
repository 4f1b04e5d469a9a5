// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.documents.Upload;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.ServiceLevel.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of tickets: to open one, to move it, to write on it. */
@Service
public class Tickets {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final Duration NEWS_LAST = Duration.ofMinutes(5);

    private final TicketStore store;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final Documents documents;
    private final Obstacles obstacles;
    private final SharingStore sharings;
    private final TicketMails mails;
    private final SupplierLinks links;
    private final Assignees assignees;
    private final Clock clock;

    Tickets(
            TicketStore store,
            Rulebooks rulebooks,
            Organizations organizations,
            Documents documents,
            Obstacles obstacles,
            SharingStore sharings,
            TicketMails mails,
            SupplierLinks links,
            Assignees assignees,
            Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.documents = documents;
        this.obstacles = obstacles;
        this.sharings = sharings;
        this.mails = mails;
        this.links = links;
        this.assignees = assignees;
        this.clock = clock;
    }

    /** Opens a ticket now, and tells its requester unless that is who opens it. */
    @Transactional
    public TicketNumber open(NewTicket ticket, Author by) {
        TicketNumber number = open(ticket, by, clock.instant());
        if (by.office()) {
            mails.opened(number, ticket.title().strip(), ticket.email().strip(), by);
        }
        return number;
    }

    /**
     * Opens a ticket that was opened at a moment of the past: for imports and the demonstration.
     *
     * @throws Refusal when something is missing or unknown
     */
    @Transactional
    public TicketNumber open(NewTicket asked, Author by, Instant at) {
        return open(asked, by, at, true);
    }

    /** Opens a ticket of what is done already: nobody has to do the tasks of its category. */
    @Transactional
    TicketNumber openDone(NewTicket asked, Author by) {
        return open(asked, by, clock.instant(), false);
    }

    /** @param templated whether it gets what the template of its category brings */
    private TicketNumber open(NewTicket asked, Author by, Instant at, boolean templated) {
        Rulebook rules = rulebooks.current();
        Category category = rules.category(asked.category())
                .filter(one -> !one.retired())
                .orElseThrow(() -> Refusal.inField("category", "tickets.category.unknown", asked.category()));
        Organization body = organizations
                .find(asked.organization())
                .orElseThrow(() -> Refusal.inField("organizationId", "tickets.organization"));
        String title = title(asked.title());
        String description = checked("description", "tickets.description.required", asked.description(), LONGEST_TEXT);
        String email = asked.email().strip();
        if (!email.isEmpty() && !EmailAddress.isOne(email)) {
            throw Refusal.inField("email", "tickets.email", email);
        }
        String service = rules.services().code(shortened(asked.service()));
        Instant opened = at.truncatedTo(ChronoUnit.MICROS);
        ServiceLevel level = rules.level(category, asked.urgency(), service);
        Mark first = new Mark(second(opened), true, "Apertura", rules.calendar(), level);
        Ledger ledger = new Ledger(List.of(first));
        Ticket ticket = new Ticket(
                new TicketNumber(1),
                asked.type(),
                category.id(),
                asked.urgency(),
                TicketState.NEW,
                title,
                description,
                asked.organization(),
                asked.requester().isBlank() ? by.name() : shortened(asked.requester()),
                by.office() ? null : by.username(),
                email,
                service,
                shortened(asked.protocol()),
                null,
                opened,
                by.username(),
                opened,
                null,
                null,
                null,
                ledger.due(Target.TAKE_IN_CHARGE).orElse(null),
                ledger.due(Target.SOLUTION).orElse(null),
                level.id(),
                0,
                null);
        CategoryTemplate template = templated ? rules.template(category) : CategoryTemplate.none(category.id());
        FilledForm form = template.id() == 0 ? null : new FilledForm(template.id(), asked.answers());
        boolean past = quiet(opened);
        TicketNumber number = store.open(
                ticket, first, form, template.tasks(), words(body, service, template, asked.answers(), rules), by);
        if (!asked.sharing().equals(Sharing.WHOLE_BODY)) {
            sharings.keep(
                    number,
                    sharings.decided(
                            asked.sharing(), ticket, "")); // before any mail, which tells by it what it may say
        }
        giveAtOnce(template, category, number, opened);
        speak(past);
        return number;
    }

    /** What a ticket is found by besides its own words. */
    private static String words(
            Organization body, String service, CategoryTemplate template, Map<String, String> answers, Rulebook rules) {
        StringBuilder words = new StringBuilder(body.fullName());
        String named = rules.services().title(service);
        if (!named.equals(service)) {
            words.append(' ').append(named);
        }
        template.answered(answers).forEach(one -> words.append(' ').append(one.value()));
        return words.toString();
    }

    /** An assignee who is no longer offered gets nothing: the ticket stays new, for somebody to see. */
    private void giveAtOnce(CategoryTemplate template, Category category, TicketNumber number, Instant at) {
        Assignee usual = template.assignee();
        if (usual == null || !template.atOnce()) {
            return;
        }
        Author by = new Author(Acting.PROGRAM, Messages.text("tickets.template.author", category.title()), true);
        assignees.offered().stream()
                .filter(one -> one.code().equals(usual.code()))
                .findFirst()
                .ifPresent(one -> moved(locked(number, null), TicketState.ASSIGNED, one, "", by, at));
    }

    /** Changes the state of a ticket now. */
    @Transactional
    public void move(TicketNumber number, TicketState to, @Nullable Assignee assignee, String reason, Author by) {
        move(number, null, to, assignee, reason, by, clock.instant());
    }

    /**
     * Changes the state of a ticket.
     *
     * @param seen version that was read before deciding; {@code null} to go on whatever it is
     * @param assignee who has it from now on; {@code null} leaves who had it, or gives it to who acts
     * @throws OptimisticLockingFailureException when somebody changed the ticket after it was read
     */
    @Transactional
    public void move(
            TicketNumber number,
            @Nullable Integer seen,
            TicketState to,
            @Nullable Assignee assignee,
            String reason,
            Author by,
            Instant at) {
        move(number, seen, to, assignee, reason, by, at, new HashSet<>());
    }

    /**
     * Suspends a ticket now: its clock stands until who is waited for answers, or the office goes on.
     *
     * @param assignee who has it from now on; {@code null} leaves who had it, or gives it to who acts
     * @param reason what is waited for; "" where the cause says enough
     */
    @Transactional
    public void suspend(
            TicketNumber number,
            @Nullable Integer seen,
            @Nullable Assignee assignee,
            PauseCause cause,
            String reason,
            Author by) {
        String why = cause.words(shortened(reason));
        moved(locked(number, seen), TicketState.SUSPENDED, assignee, cause, why, by, clock.instant(), true);
    }

    /** @param told addresses that know already, to which those that are told now are added */
    @Transactional
    void move(
            TicketNumber number,
            @Nullable Integer seen,
            TicketState to,
            @Nullable Assignee assignee,
            String reason,
            Author by,
            Instant at,
            Set<String> told) {
        Ticket ticket = locked(number, seen);
        boolean past = quiet(at);
        moved(ticket, to, assignee, reason, by, at);
        speak(past);
        if (to == TicketState.SOLVED) {
            mails.written(ticket, "stato-" + ticket.version(), "tickets.mail.solved", reason, List.of(), by, told);
        }
    }

    private void moved(
            Ticket ticket, TicketState to, @Nullable Assignee given, String reason, Author by, Instant moment) {
        moved(ticket, to, given, null, reason, by, moment, true);
    }

    private void moved(
            Ticket ticket,
            TicketState to,
            @Nullable Assignee given,
            @Nullable PauseCause cause,
            String reason,
            Author by,
            Instant moment,
            boolean told) {
        TicketState from = ticket.state();
        String why = shortened(reason);
        Rulebook rules = rulebooks.current();
        Instant at = moment.truncatedTo(ChronoUnit.MICROS);
        Refusal obstacle = obstacles.of(List.of(ticket), to, why, by, rules, at).get(ticket.number());
        if (obstacle != null) {
            throw obstacle;
        }
        Assignee assignee =
                switch (to) {
                    case NEW -> null;
                    case DELETED -> ticket.assignee();
                    default -> given != null ? given : ticket.assignee() != null ? ticket.assignee() : person(by);
                };
        Ledger ledger = store.ledger(ticket.number(), rules);
        // From pause to pause nothing of the time changes, but why it stands does.
        if (ledger.last().running() != to.clockRuns() || to.isPause()) {
            Mark mark = new Mark(
                    later(second(at), ledger.last().at()),
                    to.clockRuns(),
                    to.label() + (why.isEmpty() ? "" : ": " + why),
                    rules.calendar(),
                    ledger.last().level());
            ledger = ledger.with(mark);
            store.add(ticket.number(), mark);
        }
        boolean taken = ticket.taken() != null || to.isTakenInCharge();
        store.save(new Ticket(
                ticket.number(),
                ticket.type(),
                ticket.category(),
                ticket.urgency(),
                to,
                ticket.title(),
                ticket.description(),
                ticket.organization(),
                ticket.requester(),
                ticket.username(),
                ticket.email(),
                ticket.service(),
                ticket.protocol(),
                assignee,
                ticket.opened(),
                ticket.openedBy(),
                at,
                !taken ? null : ticket.taken() == null ? at : ticket.taken(),
                to == TicketState.SOLVED ? at : to == TicketState.CLOSED ? ticket.solved() : null,
                to == TicketState.CLOSED ? at : null,
                taken || !to.clockRuns()
                        ? null
                        : ledger.due(Target.TAKE_IN_CHARGE).orElse(null),
                to.clockRuns() ? ledger.due(Target.SOLUTION).orElse(null) : null,
                ticket.level(),
                ticket.version(),
                null));
        store.add(
                ticket.number(),
                new TicketEvent(0, at, TicketEvent.Kind.STATE, from.name(), to.name(), why, by.username(), by.name()));
        if (to == TicketState.SUSPENDED) {
            store.waitFor(ticket.number(), cause == null ? PauseCause.usual(assignee) : cause);
        }
        if (!Objects.equals(assignee, ticket.assignee()) && assignee != null) {
            tellAssignee(ticket, assignee, "", by, at, told);
        }
        if (to == TicketState.CLOSED || to == TicketState.DELETED || assignee == null) {
            links.revoke(ticket.number());
        }
    }

    /** Gives a ticket to somebody; a new one is taken in charge by that. */
    @Transactional
    public void assign(TicketNumber number, @Nullable Integer seen, Assignee to, String reason, Author by) {
        assign(locked(number, seen), to, reason, by, true);
    }

    /** Gives a ticket to somebody who is told otherwise, of many together. */
    @Transactional
    void assignQuietly(TicketNumber number, Assignee to, Author by) {
        assign(locked(number, null), to, "", by, false);
    }

    private void assign(Ticket ticket, Assignee to, String reason, Author by, boolean told) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (ticket.state() == TicketState.NEW) {
            moved(ticket, TicketState.ASSIGNED, to, null, reason, by, at, told);
            return;
        }
        if (!ticket.state().isOpen()) {
            throw new Refusal("tickets.assign.not-open", ticket.state().label());
        }
        if (to.equals(ticket.assignee())) {
            throw Refusal.inField("assignee", "tickets.assign.same", to.shown());
        }
        store.save(changed(ticket, ticket.category(), ticket.urgency(), to, ticket.level(), at, null));
        tellAssignee(ticket, to, shortened(reason), by, at, told);
    }

    /**
     * Changes the category, of one among many.
     *
     * @param promise whether the promise is chosen again too: then it counts from now on what the clock has counted so far
     * @throws Refusal when the ticket is not open, or has it already
     */
    @Transactional
    void categorize(TicketNumber number, Category category, boolean promise, Author by) {
        Ticket ticket = locked(number, null);
        if (!ticket.state().isOpen()) {
            throw new Refusal("tickets.assign.not-open", ticket.state().label());
        }
        Rulebook rules = rulebooks.current();
        if (ticket.category() == category.id()) {
            throw Refusal.inField("category", "tickets.batch.category", rules.title(category));
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String before = rules.title(rules.category(ticket.category()));
        String after = rules.title(category);
        ServiceLevel level =
                promise ? rules.level(category, ticket.urgency(), ticket.service()) : rules.level(ticket.level());
        Ledger ledger = promise
                ? promisedAgain(ticket, level, "Categoria: da «" + before + "» a «" + after + "»", rules, at)
                : null;
        store.save(changed(ticket, category.id(), ticket.urgency(), ticket.assignee(), level.id(), at, ledger));
        String why = "Su più ticket insieme";
        store.add(
                number,
                new TicketEvent(0, at, TicketEvent.Kind.CATEGORY, before, after, why, by.username(), by.name()));
        if (level.id() != ticket.level()) {
            store.add(
                    number,
                    new TicketEvent(
                            0,
                            at,
                            TicketEvent.Kind.LEVEL,
                            rules.level(ticket.level()).name(),
                            level.name(),
                            why,
                            by.username(),
                            by.name()));
        }
    }

    /** The ledger of a ticket, which from now on counts towards a promise. */
    Ledger promisedAgain(Ticket ticket, ServiceLevel level, String why, Rulebook rules, Instant at) {
        Ledger ledger = store.ledger(ticket.number(), rules);
        if (level.id() == ledger.last().level().id()) {
            return ledger;
        }
        Mark mark =
                new Mark(later(second(at), ledger.last().at()), ledger.last().running(), why, rules.calendar(), level);
        store.add(ticket.number(), mark);
        return ledger.with(mark);
    }

    /**
     * Changes the urgency: the promise is chosen again, and counts from now on what the clock has counted so far.
     *
     * @throws Refusal without a reason
     */
    @Transactional
    public void changeUrgency(TicketNumber number, @Nullable Integer seen, Urgency urgency, String reason, Author by) {
        Ticket ticket = locked(number, seen);
        String why = shortened(reason);
        if (!ticket.state().isOpen()) {
            throw new Refusal("tickets.assign.not-open", ticket.state().label());
        }
        if (urgency == ticket.urgency()) {
            throw Refusal.inField("urgency", "tickets.urgency.same", urgency.label());
        }
        if (why.isEmpty()) {
            throw Refusal.inField("reason", "tickets.reason.required");
        }
        Rulebook rules = rulebooks.current();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ServiceLevel level = rules.level(rules.category(ticket.category()), urgency, ticket.service());
        Ledger ledger = promisedAgain(
                ticket,
                level,
                "Urgenza " + urgency.label().toLowerCase(java.util.Locale.ITALIAN) + ": " + why,
                rules,
                at);
        store.save(changed(ticket, ticket.category(), urgency, ticket.assignee(), level.id(), at, ledger));
        store.add(
                number,
                new TicketEvent(
                        0,
                        at,
                        TicketEvent.Kind.URGENCY,
                        ticket.urgency().name(),
                        urgency.name(),
                        why,
                        by.username(),
                        by.name()));
    }

    /** The same with a category, an urgency, somebody who has it; due as a ledger says, or as before without one. */
    static Ticket changed(
            Ticket ticket,
            long category,
            Urgency urgency,
            @Nullable Assignee assignee,
            long level,
            Instant at,
            @Nullable Ledger ledger) {
        boolean runs = ticket.state().clockRuns();
        return new Ticket(
                ticket.number(),
                ticket.type(),
                category,
                urgency,
                ticket.state(),
                ticket.title(),
                ticket.description(),
                ticket.organization(),
                ticket.requester(),
                ticket.username(),
                ticket.email(),
                ticket.service(),
                ticket.protocol(),
                assignee,
                ticket.opened(),
                ticket.openedBy(),
                at,
                ticket.taken(),
                ticket.solved(),
                ticket.closed(),
                ledger == null
                        ? ticket.takeDue()
                        : runs && ticket.taken() == null
                                ? ledger.due(Target.TAKE_IN_CHARGE).orElse(null)
                                : null,
                ledger == null
                        ? ticket.solutionDue()
                        : runs ? ledger.due(Target.SOLUTION).orElse(null) : null,
                level,
                ticket.version(),
                null);
    }

    /** Writes an answer or a note now. */
    @Transactional
    public void write(TicketNumber number, Visibility visibility, String text, Author by) {
        write(number, null, visibility, text, null, by, clock.instant());
    }

    /**
     * Writes an answer or a note, and with it changes the state: one event, one mail. When who is waited for answers, a
     * suspended ticket goes on by itself.
     *
     * @param seen version that was read before writing; {@code null} to go on whatever it is
     * @param then the state that follows; {@code null} to stay
     */
    @Transactional
    public void write(
            TicketNumber number,
            @Nullable Integer seen,
            Visibility visibility,
            String text,
            @Nullable TicketState then,
            Author by,
            Instant at) {
        write(number, seen, Message.of(visibility, text, then), by, at, new HashSet<>());
    }

    /** Writes now, with files: all or nothing. */
    @Transactional
    void write(TicketNumber number, @Nullable Integer seen, Message message, List<Upload> uploads, Author by) {
        write(number, seen, message.with(keep(uploads)), by, clock.instant(), new HashSet<>());
    }

    /**
     * Keeps files that go with what is written.
     *
     * @throws Refusal at the field of the files, when one is not taken
     */
    List<FileId> keep(List<Upload> uploads) {
        try {
            return uploads.stream().map(documents::storeSent).toList();
        } catch (Refusal refusal) {
            throw Refusal.inField("files", "tickets.file", refusal.inItalian());
        }
    }

    /** @param told addresses that know already, to which those that are told now are added */
    @Transactional
    void write(TicketNumber number, @Nullable Integer seen, Message message, Author by, Instant at, Set<String> told) {
        String written = checked("text", "tickets.text.required", message.text(), LONGEST_TEXT);
        Visibility visibility = message.visibility();
        TicketState then = message.then();
        Ticket ticket = locked(number, seen);
        if (!ticket.state().isWritable() || ticket.state() == TicketState.CLOSED && by.body() && then == null) {
            throw new Refusal("tickets.write.closed", ticket.state().label());
        }
        Assignee assignee = ticket.assignee();
        SupplierId has = assignee == null ? null : assignee.supplier();
        SupplierId with = visibility == Visibility.SUPPLIER ? by.supplier() != null ? by.supplier() : has : null;
        if (visibility == Visibility.SUPPLIER && with == null) {
            throw new Refusal("tickets.supplier.none");
        }
        TicketState next = then != null ? then : isWaitedFor(ticket, by) ? TicketState.ASSIGNED : null;
        boolean past = quiet(at);
        if (next != null) {
            PauseCause cause = visibility == Visibility.SUPPLIER ? PauseCause.SUPPLIER : PauseCause.BODY;
            String reason = then == null
                    ? by.body() ? "Risposta dell'ente" : "Risposta del fornitore"
                    : next == TicketState.SUSPENDED ? cause.words(firstLine(written)) : firstLine(written);
            moved(ticket, next, message.given(), cause, reason, by, at, true);
        }
        long entry = store.add(
                number,
                new Entry(
                        0,
                        at.truncatedTo(ChronoUnit.MICROS),
                        visibility,
                        by.office(),
                        by.username(),
                        by.name(),
                        written),
                with);
        List<StoredFile> files = enclose(ticket, message, by);
        speak(past);
        String event = "risposta-" + entry;
        List<String> names = files.stream().map(StoredFile::name).toList();
        if (visibility == Visibility.PUBLIC) {
            mails.written(
                    ticket,
                    event,
                    next == TicketState.SOLVED ? "tickets.mail.solved" : "tickets.mail.answer",
                    written,
                    message.filesFor() == Visibility.PUBLIC ? names : List.of(),
                    by,
                    told);
        }
        if (by.supplier() != null) {
            mails.supplierWrote(ticket, store.giver(number).orElse(""), event, written, names, by);
        }
        boolean goesOn = (next == null ? ticket.state() : next).isOpen();
        if (has != null && by.supplier() == null && visibility != Visibility.INTERNAL && goesOn) {
            mails.toSupplier(
                    ticket,
                    has,
                    event,
                    "tickets.mail.supplier.news",
                    written,
                    message.filesFor() == Visibility.INTERNAL ? List.of() : names);
        }
    }

    /** Whether a suspended ticket waits for who writes. */
    private boolean isWaitedFor(Ticket ticket, Author by) {
        if (by.office() || ticket.state() != TicketState.SUSPENDED) {
            return false;
        }
        return store.waitsFor(ticket.number()).orElse(PauseCause.BODY)
                == (by.supplier() == null ? PauseCause.BODY : PauseCause.SUPPLIER);
    }

    private List<StoredFile> enclose(Ticket ticket, Message message, Author by) {
        if (message.files().isEmpty()) {
            return List.of();
        }
        if (!ticket.state().takesFiles()) {
            throw Refusal.inField(
                    "files", "tickets.write.closed", ticket.state().label());
        }
        message.files().forEach(file -> attach(ticket, message.filesFor(), file, by));
        return documents.find(message.files());
    }

    /**
     * Changes who sees a ticket; what changed is told in a note.
     *
     * @throws Refusal when it stays as it was, or is for an office of the body and it is not known which
     */
    @Transactional
    public void share(TicketNumber number, @Nullable Integer seen, Sharing sharing, Author by) {
        Ticket ticket = locked(number, seen);
        Sharing before = sharings.of(number);
        Sharing decided = sharings.decided(sharing, ticket, before.office());
        if (before.isAs(decided)) {
            throw Refusal.inField("audience", "tickets.sharing.same");
        }
        sharings.keep(number, decided);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String told = "Chi vede il ticket: " + decided.shown() + (by.office() ? "" : ". Deciso da " + by.name());
        store.add(ticket.number(), new Entry(0, at, Visibility.INTERNAL, true, by.username(), by.name(), told), null);
    }

    /** Adds a file. */
    @Transactional
    public FileId attach(TicketNumber number, Visibility visibility, Upload upload, Author by) {
        Ticket ticket = locked(number, null);
        if (!ticket.state().takesFiles()) {
            throw new Refusal("tickets.write.closed", ticket.state().label());
        }
        FileId file = documents.storeSent(upload);
        attach(ticket, visibility, file, by);
        return file;
    }

    /** Adds a file that is kept already. */
    @Transactional
    void attach(TicketNumber number, Visibility visibility, FileId file, Author by) {
        Ticket ticket = locked(number, null);
        if (!ticket.state().takesFiles()) {
            throw new Refusal("tickets.write.closed", ticket.state().label());
        }
        attach(ticket, visibility, file, by);
    }

    private void attach(Ticket ticket, Visibility visibility, FileId file, Author by) {
        Assignee assignee = ticket.assignee();
        SupplierId has = assignee == null ? null : assignee.supplier();
        SupplierId with = visibility != Visibility.SUPPLIER ? null : by.supplier() != null ? by.supplier() : has;
        StoredFile kept = documents.find(file).orElseThrow();
        store.add(
                ticket.number(),
                new Attachment(
                        file.value(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        visibility,
                        by.office(),
                        kept.name(),
                        kept.size(),
                        by.name()),
                by.username(),
                with);
    }

    /** The address that a person left last time; "" for none. */
    @Transactional(readOnly = true)
    public String lastEmail(String username) {
        return store.lastEmail(username);
    }

    /** What is recorded of the past, as an import does, is no news to other programs: it is not told until {@link #speak}. */
    private boolean quiet(Instant at) {
        boolean past = at.isBefore(clock.instant().minus(NEWS_LAST));
        if (past) {
            store.tell(false);
        }
        return past;
    }

    private void speak(boolean wasQuiet) {
        if (wasQuiet) {
            store.tell(true);
        }
    }

    private static Assignee person(Author by) {
        return new Assignee(Assignee.Kind.PERSON, by.username(), by.name());
    }

    /** @param told whether a person is told now; a supplier always is, since its link opens one ticket */
    private void tellAssignee(Ticket ticket, Assignee to, String reason, Author by, Instant at, boolean told) {
        Assignee before = ticket.assignee();
        links.revoke(ticket.number());
        SupplierId supplier = to.supplier();
        if (supplier != null) {
            mails.toSupplier(
                    ticket,
                    supplier,
                    "assegnazione-" + ticket.version(),
                    "tickets.mail.supplier.assigned",
                    ticket.description(),
                    List.of());
        }
        store.add(
                ticket.number(),
                new TicketEvent(
                        0,
                        at,
                        TicketEvent.Kind.ASSIGNEE,
                        before == null ? "" : before.shown(),
                        to.shown(),
                        reason,
                        by.username(),
                        by.name()));
        if (told) {
            mails.assigned(ticket, to, reason, by);
        }
    }

    /** A ticket that may be worked, held until the end of the transaction. */
    Ticket locked(TicketNumber number, @Nullable Integer seen) {
        Ticket ticket = store.lock(number).orElseThrow(() -> new NotFound("Ticket " + number));
        if (seen != null && seen != ticket.version()) {
            throw new OptimisticLockingFailureException("Ticket " + number + " changed after version " + seen);
        }
        TicketNumber into = ticket.mergedInto();
        if (into != null) {
            throw new Refusal("tickets.merged", number.toString(), into.toString());
        }
        return ticket;
    }

    static String title(String typed) {
        return checked("title", "tickets.title.required", typed, LONGEST_TITLE);
    }

    private static String checked(String field, String missing, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw Refusal.inField(field, missing);
        }
        if (stripped.length() > longest) {
            throw Refusal.inField(field, "tickets.too-long", longest, stripped.length());
        }
        return stripped;
    }

    /** On one line, not too long. */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 299) + "…" : line;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 119) + "…" : line;
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
