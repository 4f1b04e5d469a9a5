// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import it.opencit.tickets.CategoryTemplate.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets of a centre: written with their words, their clock and their history. */
@Repository
class TicketStore {

    private static final String MARKS = """
            select ticket_id, from_at, running, why, calendar_id, service_level_id
              from tickets.segment""";

    private static final String OPENED = """
            with opened as (
                insert into tickets.ticket (id, opened_at, changed_at, take_due_at, solution_due_at,
                    organization_id, category_id, service_level_id, state, type, urgency, opened_by,
                    requester, requester_username, requester_email, service, protocol, title, description,
                    template_id, answers)
                values (tickets.next_number(), :opened, :opened, :takeDue, :solutionDue, :organization, :category,
                    :level, 'NEW', :type, :urgency, :by, :requester, :username, :email, :service, :protocol,
                    :title, :description, cast(:template as bigint), cast(:answers as jsonb))
                returning id, opened_at),
            told as (
                insert into tickets.ticket_event (ticket_id, at, kind, after, actor, actor_name)
                select id, opened_at, 'OPENED', 'NEW', :by, :byName from opened),
            clocked as (
                insert into tickets.segment (ticket_id, from_at, running, why, calendar_id, service_level_id)
                select id, :from, true, :why, :calendar, :level from opened),
            %sworded as (
                insert into tickets.ticket_text (id, opened_at, document)
                select id, opened_at,
                       setweight(to_tsvector('tickets.italian', id || ' ' || :title), 'A')
                       || setweight(to_tsvector('tickets.italian', :description), 'B')
                       || setweight(to_tsvector('tickets.italian',
                              :words || ' ' || :requester || ' ' || :service || ' ' || :protocol), 'C')
                  from opened)
            select id from opened""";

    /** The tasks that the category brings; left out where there are none. */
    private static final String TASKED = """
            tasked as (
                insert into tickets.task (ticket_id, title, blocking)
                select o.id, k.title, k.blocking
                  from opened o, unnest(cast(:tasks as text[]), cast(:blocking as boolean[])) with ordinality
                             as k (title, blocking, place)
                 order by k.place),
            """;

    private static final String OPEN = OPENED.formatted("");
    private static final String OPEN_WITH_TASKS = OPENED.formatted(TASKED);

    private final JdbcClient jdbc;
    private final LiveChannel live;

    TicketStore(JdbcClient jdbc, LiveChannel live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /**
     * Opens a ticket in one statement: its number, the ticket, its first event, the first line of its clock, its words.
     *
     * @param form {@code null} where the category has no template
     * @param tasks that it gets
     * @param words besides its own, by which who searches finds it: the name of its body, the title of its service
     */
    TicketNumber open(Ticket ticket, Mark first, @Nullable FilledForm form, List<Step> tasks, String words, Author by) {
        var number = new TicketNumber(jdbc.sql(tasks.isEmpty() ? OPEN : OPEN_WITH_TASKS)
                .params(columns(ticket))
                .param("template", form == null ? null : form.template())
                .param("answers", form == null ? null : form.json())
                .param("tasks", tasks.stream().map(Step::title).toArray(String[]::new))
                .param("blocking", tasks.stream().map(Step::blocking).toArray(Boolean[]::new))
                .param("by", by.username())
                .param("byName", by.name())
                .param("from", at(first.at()))
                .param("why", first.why())
                .param("calendar", first.calendar().id())
                .param("words", words)
                .query(Long.class)
                .single());
        live.changed(number);
        return number;
    }

    private static Map<String, @Nullable Object> columns(Ticket ticket) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("opened", at(ticket.opened()));
        values.put("takeDue", at(ticket.takeDue()));
        values.put("solutionDue", at(ticket.solutionDue()));
        values.put("organization", ticket.organization().value());
        values.put("category", ticket.category());
        values.put("level", ticket.level());
        values.put("type", ticket.type().name());
        values.put("urgency", ticket.urgency().name());
        values.put("requester", ticket.requester());
        values.put("username", ticket.username());
        values.put("email", ticket.email());
        values.put("service", ticket.service());
        values.put("protocol", ticket.protocol());
        values.put("title", ticket.title());
        values.put("description", ticket.description());
        return values;
    }

    /** The ticket, held until the end of the transaction. */
    Optional<Ticket> lock(TicketNumber number) {
        return jdbc.sql("select * from tickets.ticket where id = :id for update")
                .param("id", number.value())
                .query((row, _) -> TicketRow.ticket(row))
                .optional();
    }

    /** Tickets by number, as they are now. */
    List<Ticket> find(Collection<TicketNumber> numbers) {
        return jdbc.sql("select * from tickets.ticket where id = any (:ids) order by id")
                .param("ids", numbers.stream().map(TicketNumber::value).toArray(Long[]::new))
                .query((row, _) -> TicketRow.ticket(row))
                .list();
    }

    /** Tickets by number, held until the end of the transaction: in this order, so that nobody waits for who waits for it. */
    List<Ticket> lock(Collection<TicketNumber> numbers) {
        return jdbc.sql("select * from tickets.ticket where id = any (:ids) order by id for update")
                .param("ids", numbers.stream().map(TicketNumber::value).toArray(Long[]::new))
                .query((row, _) -> TicketRow.ticket(row))
                .list();
    }

    Ledger ledger(TicketNumber number, Rulebook rules) {
        return new Ledger(jdbc.sql(MARKS + " where ticket_id = :id order by id")
                .param("id", number.value())
                .query((row, _) -> mark(row, rules))
                .list());
    }

    private static Mark mark(ResultSet row, Rulebook rules) throws SQLException {
        return new Mark(
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("running"),
                row.getString("why"),
                rules.calendar(row.getLong("calendar_id")),
                rules.level(row.getLong("service_level_id")));
    }

    /** Writes what changed, unless somebody else changed the ticket after it was read. */
    void save(Ticket ticket) {
        Assignee assignee = ticket.assignee();
        int saved = jdbc.sql("""
                        update tickets.ticket
                           set state = :state, category_id = :category, urgency = :urgency, assignee_kind = :assigneeKind, assignee = :assignee,
                               assignee_name = :assigneeName, changed_at = :changed, taken_at = :taken, solved_at = :solved,
                               closed_at = :closed, take_due_at = :takeDue, solution_due_at = :solutionDue,
                               service_level_id = :level, version = version + 1
                         where id = :id and version = :version""")
                .param("state", ticket.state().name())
                .param("category", ticket.category())
                .param("urgency", ticket.urgency().name())
                .param("assigneeKind", assignee == null ? null : assignee.kind().name())
                .param("assignee", assignee == null ? null : assignee.code())
                .param("assigneeName", assignee == null ? null : assignee.name())
                .param("changed", at(ticket.changed()))
                .param("taken", at(ticket.taken()))
                .param("solved", at(ticket.solved()))
                .param("closed", at(ticket.closed()))
                .param("takeDue", at(ticket.takeDue()))
                .param("solutionDue", at(ticket.solutionDue()))
                .param("level", ticket.level())
                .param("id", ticket.number().value())
                .param("version", ticket.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Ticket " + ticket.number() + " changed after version " + ticket.version());
        }
        live.changed(ticket.number());
    }

    /** Writes for whom a ticket waits that was just suspended; it stays written when the ticket goes on, for who undoes that. */
    void waitFor(TicketNumber number, PauseCause cause) {
        jdbc.sql("update tickets.ticket set waiting_for = :cause where id = :id")
                .param("cause", cause.name())
                .param("id", number.value())
                .update();
    }

    /** For whom a suspended ticket waits; empty where nobody said. */
    Optional<PauseCause> waitsFor(TicketNumber number) {
        return jdbc.sql("select waiting_for from tickets.ticket where id = :id and waiting_for is not null")
                .param("id", number.value())
                .query((row, _) -> PauseCause.valueOf(row.getString(1)))
                .optional();
    }

    /** Who gave a ticket to who has it now, by user name; empty when nobody ever did. */
    Optional<String> giver(TicketNumber number) {
        return jdbc.sql("select actor from tickets.ticket_event where ticket_id = :id and kind = 'ASSIGNEE'"
                        + " order by id desc limit 1")
                .param("id", number.value())
                .query(String.class)
                .optional();
    }

    /**
     * Writes what was corrected of a ticket that was just saved: its words are found from now on, those of before still are.
     *
     * @param words besides its own, by which who searches finds it from now on
     */
    void correct(Ticket ticket, String words) {
        jdbc.sql("""
                        with worded as (
                            update tickets.ticket_text
                               set document = document || setweight(to_tsvector('tickets.italian', :title), 'A')
                                   || setweight(to_tsvector('tickets.italian',
                                          :words || ' ' || :requester || ' ' || :service || ' ' || :protocol), 'C')
                             where id = :id and length(document) < 30000)
                        update tickets.ticket
                           set type = :type, title = :title, organization_id = :organization, requester = :requester,
                               requester_username = :username, requester_email = :email, service = :service,
                               protocol = :protocol
                         where id = :id""")
                .params(columns(ticket))
                .param("words", words)
                .param("id", ticket.number().value())
                .update();
    }

    void add(TicketNumber number, Mark mark) {
        jdbc.sql("""
                        insert into tickets.segment (ticket_id, from_at, running, why, calendar_id, service_level_id)
                        values (:ticket, :from, :running, :why, :calendar, :level)""")
                .param("ticket", number.value())
                .param("from", at(mark.at()))
                .param("running", mark.running())
                .param("why", mark.why())
                .param("calendar", mark.calendar().id())
                .param("level", mark.level().id())
                .update();
    }

    void add(TicketNumber number, TicketEvent event) {
        jdbc.sql("""
                        insert into tickets.ticket_event (ticket_id, at, kind, before, after, reason, actor, actor_name)
                        values (:ticket, :at, :kind, :before, :after, :reason, :actor, :actorName)""")
                .param("ticket", number.value())
                .param("at", at(event.at()))
                .param("kind", event.kind().name())
                .param("before", event.before())
                .param("after", event.after())
                .param("reason", event.reason())
                .param("actor", event.actor())
                .param("actorName", event.actorName())
                .update();
    }

    /** Adds what somebody wrote, and its words: those of a note apart from those that the body may find. */
    long add(TicketNumber number, Entry entry, @Nullable SupplierId supplier) {
        live.changed(number);
        return jdbc.sql("""
                        with written as (
                            insert into tickets.entry (ticket_id, at, visibility, from_office, author, author_name, text,
                                                       supplier_id)
                            values (:ticket, :at, :visibility, :fromOffice, :author, :authorName, :text, :supplier)
                            returning id),
                        worded as (
                            update tickets.ticket_text
                               set document = document || setweight(to_tsvector('tickets.italian', :text), cast(:weight as "char"))
                             where id = :ticket and length(document) < 30000),
                        changed as (
                            update tickets.ticket set changed_at = :at, version = version + 1 where id = :ticket)
                        select id from written""")
                .param("ticket", number.value())
                .param("at", at(entry.at()))
                .param("visibility", entry.visibility().name())
                .param("fromOffice", entry.fromOffice())
                .param("author", entry.author())
                .param("authorName", entry.authorName())
                .param("text", entry.text())
                .param("supplier", supplier == null ? null : supplier.value())
                .param("weight", entry.visibility() == Visibility.PUBLIC ? "C" : "D")
                .query(Long.class)
                .single();
    }

    void add(TicketNumber number, Attachment attachment, String author, @Nullable SupplierId supplier) {
        live.changed(number);
        jdbc.sql("""
                        with kept as (
                            insert into tickets.attachment (ticket_id, file_id, at, visibility, name, size, author,
                                                            author_name, from_office, supplier_id)
                            values (:ticket, :file, :at, :visibility, :name, :size, :author, :authorName, :fromOffice,
                                    :supplier)),
                        worded as (
                            update tickets.ticket_text
                               set document = document || setweight(to_tsvector('tickets.italian', :name), cast(:weight as "char"))
                             where id = :ticket and length(document) < 30000)
                        update tickets.ticket set changed_at = :at, version = version + 1 where id = :ticket""")
                .param("ticket", number.value())
                .param("file", attachment.file())
                .param("at", at(attachment.at()))
                .param("visibility", attachment.visibility().name())
                .param("name", attachment.name())
                .param("size", attachment.size())
                .param("author", author)
                .param("authorName", attachment.authorName())
                .param("fromOffice", attachment.fromOffice())
                .param("supplier", supplier == null ? null : supplier.value())
                .param("weight", attachment.visibility() == Visibility.PUBLIC ? "C" : "D")
                .update();
    }

    /**
     * Puts the calendar in force in the ledger of every ticket whose clock runs, and their due times with it: some
     * statements per thousand tickets.
     */
    void recount(Rulebook rules, Instant now, String why) {
        Map<Long, List<Mark>> ledgers = new LinkedHashMap<>();
        jdbc.sql(MARKS + " s\n" + """
                         where exists (select from tickets.ticket t
                                          where t.centre_id = s.centre_id and t.id = s.ticket_id
                                            and t.state in ('NEW', 'ASSIGNED', 'PLANNED'))
                         order by ticket_id, id""")
                .query((row, _) -> Map.entry(row.getLong("ticket_id"), mark(row, rules)))
                .list()
                .forEach(entry -> ledgers.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        List<Long> numbers = new ArrayList<>();
        List<Long> levels = new ArrayList<>();
        List<@Nullable String> moments = new ArrayList<>();
        List<@Nullable String> takes = new ArrayList<>();
        List<@Nullable String> solutions = new ArrayList<>();
        ledgers.forEach((number, marks) -> {
            Mark last = marks.getLast();
            Instant from = now.isBefore(last.at()) ? last.at() : now;
            Ledger after = new Ledger(marks).with(new Mark(from, true, why, rules.calendar(), last.level()));
            numbers.add(number);
            moments.add(from.toString());
            levels.add(last.level().id());
            takes.add(after.due(ServiceLevel.Target.TAKE_IN_CHARGE)
                    .map(Instant::toString)
                    .orElse(null));
            solutions.add(after.due(ServiceLevel.Target.SOLUTION)
                    .map(Instant::toString)
                    .orElse(null));
        });
        jdbc.sql("""
                        with recounted as (
                            select * from unnest(cast(:numbers as bigint[]), cast(:moments as timestamptz[]),
                                       cast(:levels as bigint[]), cast(:takes as timestamptz[]), cast(:solutions as timestamptz[]))
                                       as r (id, from_at, level_id, take_due_at, solution_due_at)),
                        clocked as (
                            insert into tickets.segment (ticket_id, from_at, running, why, calendar_id, service_level_id)
                            select id, from_at, true, :why, :calendar, level_id from recounted order by id)
                        update tickets.ticket t
                           set take_due_at = r.take_due_at, solution_due_at = r.solution_due_at, version = version + 1
                          from recounted r
                         where t.id = r.id""")
                .param("numbers", numbers.toArray(Long[]::new))
                .param("moments", moments.toArray(String[]::new))
                .param("levels", levels.toArray(Long[]::new))
                .param("takes", takes.toArray(String[]::new))
                .param("solutions", solutions.toArray(String[]::new))
                .param("why", why)
                .param("calendar", rules.calendar().id())
                .update();
    }

    /** Whether other programs are told of what this transaction does from here on. */
    void tell(boolean news) {
        jdbc.sql("select set_config('opencit.past', :past, true)")
                .param("past", news ? "" : "yes")
                .query(String.class)
                .single();
    }

    /** The address that a person left on its latest ticket; "" for none. */
    String lastEmail(String username) {
        return jdbc.sql("select requester_email from tickets.ticket where requester_username = :username"
                        + " order by opened_at desc, id desc limit 1")
                .param("username", username)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How many tickets stand in each state. */
    Map<TicketState, Long> tally() {
        Map<TicketState, Long> tally = new EnumMap<>(TicketState.class);
        for (TicketState state : TicketState.values()) {
            tally.put(state, 0L);
        }
        jdbc.sql("select state, sum(number) as number from tickets.tally group by state")
                .query((row, _) -> tally.put(TicketState.valueOf(row.getString("state")), row.getLong("number")))
                .list();
        return tally;
    }

    /** The tickets of a body, latest first, for its timeline. */
    List<TicketLine> latestOf(OrganizationId organization, int limit) {
        return jdbc.sql(
                        "select * from tickets.ticket where organization_id = :organization and state <> 'DELETED' and not confidential"
                                + " order by opened_at desc, id desc limit :limit")
                .param("organization", organization.value())
                .param("limit", limit)
                .query((row, _) -> TicketRow.line(row))
                .list();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
