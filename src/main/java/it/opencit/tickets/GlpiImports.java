// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.StaffMember;
import it.opencit.centres.Centres;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.GlpiImportStore.Group;
import it.opencit.tickets.GlpiImportStore.Made;
import it.opencit.tickets.GlpiImportStore.Problem;
import it.opencit.tickets.GlpiImportStore.Step;
import it.opencit.tickets.ServiceLevel.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports of GLPI's tickets: a file is read and kept, looked at, then made into tickets some hundred at a time. A ticket that
 * was imported is not touched again, so that the same file, or a newer one with the same tickets, doubles nothing. Nobody is
 * written to, and no promise is counted for the time before: what GLPI did is over.
 */
@Service
class GlpiImports {

    private static final Logger LOG = LoggerFactory.getLogger(GlpiImports.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_PROBLEMS = 50;

    /** How many rows are made while who asked waits; the job goes on with the rest. */
    private static final int BATCHES_IN_PAGE = 4;

    /** In the place of the user name of who had a ticket in GLPI and does not sign in here. */
    private static final String ELSEWHERE = "glpi";

    private static final String NOBODY_SAID = "Non indicato in GLPI";

    private final GlpiImportStore store;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final Assignees assignees;
    private final Centres centres;
    private final LiveChannel live;
    private final TransactionOperations transaction;
    private final Clock clock;

    GlpiImports(
            GlpiImportStore store,
            Rulebooks rulebooks,
            Organizations organizations,
            Assignees assignees,
            Centres centres,
            LiveChannel live,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.assignees = assignees;
        this.centres = centres;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What an import would do. */
    record Preview(GlpiImport asked, List<Group> groups, List<Problem> problems, List<Organization> bodies) {

        /** Rows that can be made into tickets: without a problem, new, of an entity that is a body. */
        int making() {
            return groups.stream()
                    .filter(group -> asked.bodies().containsKey(group.entity()))
                    .mapToInt(group -> group.rows() - group.known() - group.problems())
                    .sum();
        }

        /** What was written on the tickets that would be made. */
        int entries() {
            return groups.stream()
                    .filter(group -> asked.bodies().containsKey(group.entity()))
                    .mapToInt(Group::entries)
                    .sum();
        }
    }

    /**
     * Keeps a file, with a proposal of what its entities and categories are.
     *
     * @throws Refusal when it is not an export of GLPI
     */
    @Transactional
    public long upload(String fileName, byte[] content) {
        List<GlpiTicket> rows = GlpiFile.read(content);
        long id = store.keep(fileName.isBlank() ? "senza nome" : fileName, rows, clock.instant());
        Map<String, Long> bodies = new HashMap<>();
        Map<String, Organization> named = byName(organizations.all());
        rows.stream().map(GlpiTicket::entity).distinct().forEach(entity -> {
            Organization body = named.get(GlpiField.plain(last(entity)));
            if (body != null) {
                bodies.put(entity, body.id().value());
            }
        });
        Rulebook rules = rulebooks.current();
        Map<String, String> categories = new HashMap<>();
        rows.stream()
                .map(GlpiTicket::category)
                .distinct()
                .forEach(written -> categories.put(
                        written,
                        rules.offered().stream()
                                .filter(one -> GlpiField.plain(one.title()).equals(GlpiField.plain(last(written))))
                                .findFirst()
                                .orElseGet(() -> rules.offered().getFirst())
                                .code()));
        store.decide(id, bodies, categories);
        return id;
    }

    /** Bodies by how they are called, with their kind or without, whatever the capitals and accents; of two alike the first. */
    private static Map<String, Organization> byName(List<Organization> bodies) {
        Map<String, Organization> named = new HashMap<>();
        bodies.forEach(body -> {
            named.putIfAbsent(GlpiField.plain(body.fullName()), body);
            named.putIfAbsent(GlpiField.plain(body.name()), body);
        });
        return named;
    }

    /** Of "Entità principale &gt; Valle &gt; Roccaverde" the last. */
    private static String last(String tree) {
        return tree.substring(tree.lastIndexOf('>') + 1).strip();
    }

    @Transactional(readOnly = true)
    public List<GlpiImport> latest() {
        return store.latest();
    }

    @Transactional(readOnly = true)
    public Preview preview(long id) {
        GlpiImport asked = store.find(id).orElseThrow(() -> new NotFound("Import " + id));
        return new Preview(
                asked,
                asked.finished() == null ? store.groups(id) : List.of(),
                store.problems(id, MOST_PROBLEMS),
                organizations.all());
    }

    /** Decides what entities and categories are; nothing once the import has started. */
    @Transactional
    public void decide(long id, Map<String, Long> bodies, Map<String, String> categories) {
        store.decide(id, bodies, categories);
    }

    /**
     * Starts an import: what is little is made at once, the rest by and by.
     *
     * @throws Refusal when it had started
     */
    void start(long id, Author by) {
        boolean started = Boolean.TRUE.equals(transaction.execute(_ -> store.start(id, by, clock.instant())));
        if (!started) {
            throw new Refusal("tickets.glpi.started");
        }
        boolean more = true;
        for (int batch = 0; more && batch < BATCHES_IN_PAGE; batch++) {
            more = work(id);
        }
    }

    /** Goes on with what was started, at every centre. */
    void goOn() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    for (long id : Objects.requireNonNull(transaction.execute(_ -> store.unfinished()))) {
                        try {
                            boolean more = true;
                            while (more) {
                                more = work(id);
                            }
                        } catch (RuntimeException failure) {
                            LOG.error("Import {} of {} did not go on", id, centre.code(), failure);
                        }
                    }
                }));
    }

    /**
     * Makes the next tickets of an import.
     *
     * @return whether there may be more
     */
    boolean work(long id) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> store.hold(id).map(this::someOf).orElse(false)));
    }

    private boolean someOf(GlpiImport under) {
        List<GlpiTicket> rows = store.rows(under.id(), under.nextLine(), AT_ONCE);
        Rulebook rules = rulebooks.current();
        Map<OrganizationId, Organization> bodies =
                organizations.all().stream().collect(Collectors.toMap(Organization::id, body -> body));
        Map<String, StaffMember> staff = staff();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Made> making = new ArrayList<>();
        int refused = 0;
        int passedOver = 0;
        for (GlpiTicket row : rows) {
            Long number = under.bodies().get(row.entity());
            Organization body = number == null ? null : bodies.get(new OrganizationId(number));
            if (!row.problem().isEmpty()) {
                refused++;
            } else if (body == null) {
                passedOver++;
            } else {
                making.add(made(row, under, body, rules, staff, now));
            }
        }
        String starter = Objects.requireNonNull(under.starter());
        Author by = new Author(starter, Objects.requireNonNull(under.starterName()), true);
        int made = making.isEmpty() ? 0 : store.make(under.id(), making, by);
        boolean over = rows.size() < AT_ONCE;
        store.advance(
                new GlpiImport(
                        under.id(),
                        under.fileName(),
                        under.uploaded(),
                        under.uploadedBy(),
                        under.bodies(),
                        under.categories(),
                        under.started(),
                        under.starter(),
                        under.starterName(),
                        null,
                        rows.isEmpty() ? under.nextLine() : rows.getLast().line(),
                        under.made() + made,
                        under.known() + making.size() - made,
                        under.refused() + refused,
                        under.passedOver() + passedOver),
                over ? clock.instant() : null);
        if (made > 0) {
            live.manyChanged();
        }
        return !over;
    }

    /** Persons of the centre by user name and by name, without capitals and accents. */
    private Map<String, StaffMember> staff() {
        Map<String, StaffMember> staff = new HashMap<>();
        for (StaffMember one : assignees.staff()) {
            staff.put(GlpiField.plain(one.username()), one);
            staff.put(GlpiField.plain(one.name()), one);
        }
        return staff;
    }

    private static Made made(
            GlpiTicket row,
            GlpiImport under,
            Organization body,
            Rulebook rules,
            Map<String, StaffMember> staff,
            Instant now) {
        Category category = rules.category(under.categories().getOrDefault(row.category(), ""))
                .orElseGet(() -> rules.offered().getFirst());
        ServiceLevel level = rules.level(category, row.urgency(), "");
        TicketState state = Objects.requireNonNull(row.state());
        Instant opened = Objects.requireNonNull(row.opened());
        boolean done = state == TicketState.SOLVED || state == TicketState.CLOSED;
        Instant changed = latest(opened, row.changed(), opened);
        Instant closed = state == TicketState.CLOSED ? latest(opened, row.closed(), changed) : null;
        Instant solved = done ? latest(opened, row.solved(), closed == null ? changed : closed) : null;
        List<Step> marks = marks(state, opened, solved, now);
        Ledger ledger = new Ledger(marks.stream()
                .map(mark -> new Mark(mark.at(), mark.running(), mark.why(), rules.calendar(), level))
                .toList());
        boolean runs = state.clockRuns();
        boolean isNew = state == TicketState.NEW;
        return new Made(
                Objects.requireNonNull(row.id()),
                row.line(),
                body.id().value(),
                body.fullName(),
                category.id(),
                level.id(),
                rules.calendar().id(),
                state,
                row.type(),
                row.urgency(),
                row.title(),
                row.description(),
                row.requester().isEmpty() ? "Non indicato" : row.requester(),
                isNew ? null : assignee(row, under, done || state == TicketState.DELETED, staff),
                opened,
                closed == null || closed.isBefore(changed) ? changed : closed,
                isNew
                        ? null
                        : row.taken() != null ? latest(opened, row.taken(), opened) : state.isOpen() ? changed : null,
                solved,
                closed,
                runs && isNew ? ledger.due(Target.TAKE_IN_CHARGE).orElse(null) : null,
                runs ? ledger.due(Target.SOLUTION).orElse(null) : null,
                marks,
                row.entries().stream()
                        .map(one -> entry(one, row, opened, staff))
                        .toList());
    }

    /** Who asked writes for its body; whoever else wrote in GLPI, and whatever was hidden there, is of the office. */
    private static Entry entry(GlpiEntry one, GlpiTicket row, Instant opened, Map<String, StaffMember> staff) {
        StaffMember known = staff.get(GlpiField.plain(one.author()));
        boolean asked = known == null
                && !one.author().isEmpty()
                && GlpiField.plain(one.author()).equals(GlpiField.plain(row.requester()));
        String name = one.author().isEmpty() ? NOBODY_SAID : one.author();
        return new Entry(
                0,
                latest(opened, one.at(), opened),
                one.hidden() ? Visibility.INTERNAL : Visibility.PUBLIC,
                one.hidden() || !asked,
                known == null ? ELSEWHERE : known.username(),
                known == null ? name : known.name(),
                one.text());
    }

    /** Of what is over, the time that it took; of what is open, only the time from the import on. */
    private static List<Step> marks(TicketState state, Instant opened, @Nullable Instant solved, Instant now) {
        List<Step> marks = new ArrayList<>();
        Instant first = opened.truncatedTo(ChronoUnit.SECONDS);
        if (solved != null) {
            marks.add(new Step(first, true, "Aperto in GLPI"));
            marks.add(new Step(solved.truncatedTo(ChronoUnit.SECONDS), false, "Risolto in GLPI"));
            return marks;
        }
        marks.add(new Step(first, false, "Aperto in GLPI: il tempo di allora non si conta"));
        if (state != TicketState.DELETED) {
            Instant from = now.isBefore(first) ? first : now;
            marks.add(new Step(from, true, "Importato da GLPI"));
            if (!state.clockRuns()) {
                marks.add(new Step(from, false, state.label()));
            }
        }
        return marks;
    }

    /** Who had it in GLPI; what is open and belongs to nobody here is of who imports, so that somebody sees it. */
    private static Assignee assignee(GlpiTicket row, GlpiImport under, boolean over, Map<String, StaffMember> staff) {
        StaffMember known = staff.get(GlpiField.plain(row.technician()));
        if (known != null) {
            return new Assignee(Assignee.Kind.PERSON, known.username(), known.name());
        }
        return over
                ? new Assignee(
                        Assignee.Kind.PERSON,
                        ELSEWHERE,
                        row.technician().isEmpty() ? NOBODY_SAID : row.technician() + " (GLPI)")
                : new Assignee(
                        Assignee.Kind.PERSON,
                        Objects.requireNonNull(under.starter()),
                        Objects.requireNonNull(under.starterName()));
    }

    /** A moment, or another in its place; never before the opening. */
    private static Instant latest(Instant opened, @Nullable Instant moment, Instant otherwise) {
        Instant at = moment == null ? otherwise : moment;
        return at.isBefore(opened) ? opened : at;
    }
}
