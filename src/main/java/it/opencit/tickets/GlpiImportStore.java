// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Exports of GLPI, their rows as they were read, and which of them became tickets. */
@Repository
class GlpiImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Long>> BODIES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> CATEGORIES = new TypeReference<>() {};
    private static final int ROWS_AT_ONCE = 2_000;

    /** Letters of a long conversation that are searched: more, PostgreSQL does not keep as one document. */
    private static final int MOST_SEARCHED = 100_000;

    private final JdbcClient jdbc;

    GlpiImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rows of an import alike in what decides whether and how they are imported.
     *
     * @param entries what was written on those that are neither known nor have a problem
     */
    record Group(
            String entity,
            String category,
            @Nullable TicketState state,
            int rows,
            int known,
            int problems,
            int entries) {}

    /** Why a row is not imported. */
    record Problem(int line, String glpiId, String text) {}

    /**
     * A ticket to be made.
     *
     * @param marks of its clock, in order
     * @param entries what was written on it, in order
     */
    record Made(
            long glpi,
            int place,
            long organization,
            String body,
            long category,
            long level,
            long calendar,
            TicketState state,
            TicketType type,
            Urgency urgency,
            String title,
            String description,
            String requester,
            @Nullable Assignee assignee,
            Instant opened,
            Instant changed,
            @Nullable Instant taken,
            @Nullable Instant solved,
            @Nullable Instant closed,
            @Nullable Instant takeDue,
            @Nullable Instant solutionDue,
            List<Step> marks,
            List<Entry> entries) {}

    record Step(Instant at, boolean running, String why) {}

    long keep(String fileName, List<GlpiTicket> rows, Instant now) {
        long id = jdbc.sql("insert into tickets.glpi_import (file_name, uploaded_at) values (:name, :now) returning id")
                .param("name", fileName)
                .param("now", TicketStore.at(now))
                .query(Long.class)
                .single();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            jdbc.sql("""
                            insert into tickets.glpi_row (import_id, line, glpi_id, entity, category, state, problem, ticket)
                            select :id, cast(r ->> 'line' as integer), cast(r ->> 'id' as bigint), r ->> 'entity',
                                   r ->> 'category', r ->> 'state', r ->> 'problem', r
                              from jsonb_array_elements(cast(:rows as jsonb)) r""")
                    .param("id", id)
                    .param(
                            "rows",
                            JSON.writeValueAsString(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))))
                    .update();
        }
        return id;
    }

    Optional<GlpiImport> find(long id) {
        return jdbc.sql("select * from tickets.glpi_import where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    List<GlpiImport> latest() {
        return jdbc.sql("select * from tickets.glpi_import order by id desc limit 20")
                .query((row, _) -> read(row))
                .list();
    }

    private static GlpiImport read(ResultSet row) throws SQLException {
        return new GlpiImport(
                row.getLong("id"),
                row.getString("file_name"),
                Objects.requireNonNull(TicketRow.momentOrNull(row, "uploaded_at")),
                row.getString("uploaded_by"),
                JSON.readValue(row.getString("bodies"), BODIES),
                JSON.readValue(row.getString("categories"), CATEGORIES),
                TicketRow.momentOrNull(row, "started_at"),
                row.getString("started_by"),
                row.getString("starter_name"),
                TicketRow.momentOrNull(row, "finished_at"),
                row.getInt("next_line"),
                row.getInt("made"),
                row.getInt("known"),
                row.getInt("refused"),
                row.getInt("passed_over"));
    }

    List<Group> groups(long id) {
        return jdbc.sql("""
                        select r.entity, r.category, r.state, count(*) as rows,
                               count(*) filter (where r.problem = '' and k.glpi_id is not null) as known,
                               count(*) filter (where r.problem <> '') as problems,
                               coalesce(sum(jsonb_array_length(r.ticket -> 'entries'))
                                            filter (where r.problem = '' and k.glpi_id is null), 0) as entries
                          from tickets.glpi_row r
                          left join tickets.glpi_ticket k on k.centre_id = r.centre_id and k.glpi_id = r.glpi_id
                         where r.import_id = :id
                         group by r.entity, r.category, r.state
                         order by r.entity, r.category, r.state""")
                .param("id", id)
                .query((row, _) -> {
                    String state = row.getString("state");
                    return new Group(
                            row.getString("entity"),
                            row.getString("category"),
                            state == null ? null : TicketState.valueOf(state),
                            row.getInt("rows"),
                            row.getInt("known"),
                            row.getInt("problems"),
                            row.getInt("entries"));
                })
                .list();
    }

    List<Problem> problems(long id, int most) {
        return jdbc.sql("""
                        select line, coalesce(glpi_id::text, '') as glpi_id, problem as text from tickets.glpi_row
                         where import_id = :id and problem <> '' order by line limit :most""")
                .param("id", id)
                .param("most", most)
                .query(Problem.class)
                .list();
    }

    /** Decides what entities and categories are; nothing once it has started. */
    void decide(long id, Map<String, Long> bodies, Map<String, String> categories) {
        jdbc.sql("""
                        update tickets.glpi_import
                           set bodies = cast(:bodies as jsonb), categories = cast(:categories as jsonb)
                         where id = :id and started_at is null""")
                .param("bodies", JSON.writeValueAsString(bodies))
                .param("categories", JSON.writeValueAsString(categories))
                .param("id", id)
                .update();
    }

    /** @return whether it had not started yet */
    boolean start(long id, Author by, Instant now) {
        return jdbc.sql("""
                        update tickets.glpi_import
                           set started_at = :now, started_by = :by, starter_name = :name
                         where id = :id and started_at is null""")
                        .param("now", TicketStore.at(now))
                        .param("by", by.username())
                        .param("name", by.name())
                        .param("id", id)
                        .update()
                > 0;
    }

    List<Long> unfinished() {
        return jdbc.sql(
                        "select id from tickets.glpi_import where started_at is not null and finished_at is null order by id")
                .query(Long.class)
                .list();
    }

    /** An import under way, held until the transaction ends: one at a time in a centre. */
    Optional<GlpiImport> hold(long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tickets.glpi'), opencit.current_centre()::integer)")
                .query(_ -> {});
        return find(id).filter(one -> one.started() != null && one.finished() == null);
    }

    List<GlpiTicket> rows(long id, int after, int most) {
        return jdbc.sql("""
                        select ticket from tickets.glpi_row where import_id = :id and line > :after
                         order by line limit :most""")
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> JSON.readValue(row.getString("ticket"), GlpiTicket.class))
                .list();
    }

    /** Counts what was done of an import; its rows go when it is over. */
    void advance(GlpiImport done, @Nullable Instant finished) {
        jdbc.sql("""
                        update tickets.glpi_import
                           set next_line = :next, made = :made, known = :known, refused = :refused,
                               passed_over = :passedOver, finished_at = :finished
                         where id = :id""")
                .param("next", done.nextLine())
                .param("made", done.made())
                .param("known", done.known())
                .param("refused", done.refused())
                .param("passedOver", done.passedOver())
                .param("finished", TicketStore.at(finished))
                .param("id", done.id())
                .update();
        if (finished != null) {
            jdbc.sql("delete from tickets.glpi_row where import_id = :id and problem = ''")
                    .param("id", done.id())
                    .update();
        }
    }

    /**
     * Makes tickets, with their numbers, first event, clock, conversation and words, in one statement; those that GLPI's number says were
     * made before are left alone. No program is told, and of what is closed nobody is warned.
     *
     * @return how many were made
     */
    int make(long id, List<Made> tickets, Author by) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Made one : tickets) {
            Assignee assignee = one.assignee;
            Map<String, @Nullable Object> row = new java.util.HashMap<>();
            row.put("glpi", one.glpi);
            row.put("place", one.place);
            row.put("organization", one.organization);
            row.put("body", one.body);
            row.put("category", one.category);
            row.put("level", one.level);
            row.put("calendar", one.calendar);
            row.put("state", one.state.name());
            row.put("type", one.type.name());
            row.put("urgency", one.urgency.name());
            row.put("title", one.title);
            row.put("description", one.description);
            row.put("requester", one.requester);
            row.put("assignee_kind", assignee == null ? null : assignee.kind().name());
            row.put("assignee", assignee == null ? null : assignee.code());
            row.put("assignee_name", assignee == null ? null : assignee.name());
            row.put("opened", one.opened.toString());
            row.put("changed", one.changed.toString());
            row.put("taken", text(one.taken));
            row.put("solved", text(one.solved));
            row.put("closed", text(one.closed));
            row.put("take_due", text(one.takeDue));
            row.put("solution_due", text(one.solutionDue));
            row.put(
                    "marks",
                    one.marks.stream()
                            .map(mark -> Map.of("at", mark.at.toString(), "running", mark.running, "why", mark.why))
                            .toList());
            row.put("entries", one.entries.stream().map(GlpiImportStore::row).toList());
            rows.add(row);
        }
        jdbc.sql("select set_config('opencit.past', 'yes', true)").query(_ -> {});
        int made = jdbc.sql("""
                        with given as (
                            select distinct on (glpi) *
                              from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                                       glpi bigint, place integer, organization bigint, body text, category bigint,
                                       level bigint, calendar bigint, state text, type text, urgency text, title text,
                                       description text, requester text, assignee_kind text, assignee text,
                                       assignee_name text, opened timestamptz, changed timestamptz, taken timestamptz,
                                       solved timestamptz, closed timestamptz, take_due timestamptz,
                                       solution_due timestamptz, marks jsonb, entries jsonb)
                             where not exists (select from tickets.glpi_ticket k where k.glpi_id = r.glpi)
                             order by glpi, place),
                        placed as materialized (
                            select g.*, tickets.next_number() as id from (select * from given order by place) g),
                        opened as (
                            insert into tickets.ticket (id, opened_at, changed_at, taken_at, solved_at, closed_at,
                                take_due_at, solution_due_at, organization_id, category_id, service_level_id, state, type,
                                urgency, assignee_kind, assignee, assignee_name, opened_by, requester, title, description)
                            select id, opened, changed, taken, solved, closed, take_due, solution_due, organization,
                                   category, level, state, type, urgency, assignee_kind, assignee, assignee_name, :by,
                                   requester, title, description
                              from placed
                            returning id),
                        remembered as (
                            insert into tickets.glpi_ticket (glpi_id, ticket_id, import_id)
                            select glpi, id, :import from placed),
                        told as (
                            insert into tickets.ticket_event (ticket_id, at, kind, before, after, reason, actor, actor_name)
                            select id, opened, 'OPENED', 'GLPI ' || glpi, state, 'Importato da GLPI, dove era il n. ' || glpi,
                                   :by, :byName
                              from placed),
                        clocked as (
                            insert into tickets.segment (ticket_id, from_at, running, why, calendar_id, service_level_id)
                            select p.id, m.at, m.running, m.why, p.calendar, p.level
                              from placed p
                             cross join lateral rows from (jsonb_to_recordset(p.marks) as (at timestamptz, running boolean, why text))
                                   with ordinality as m (at, running, why, step)
                             order by p.id, m.step),
                        written as (
                            insert into tickets.entry (ticket_id, at, visibility, from_office, author, author_name, text)
                            select p.id, e.at, e.visibility, e.from_office, e.author, e.author_name, e.text
                              from placed p
                             cross join lateral rows from (jsonb_to_recordset(p.entries) as (at timestamptz, visibility text,
                                       from_office boolean, author text, author_name text, text text))
                                   with ordinality as e (at, visibility, from_office, author, author_name, text, step)
                             order by p.id, e.step),
                        worded as (
                            insert into tickets.ticket_text (id, opened_at, document)
                            select id, opened,
                                   setweight(to_tsvector('tickets.italian', id || ' ' || title || ' GLPI ' || glpi), 'A')
                                   || setweight(to_tsvector('tickets.italian', description), 'B')
                                   || setweight(to_tsvector('tickets.italian', body || ' ' || requester || ' ' || said), 'C')
                                   || setweight(to_tsvector('tickets.italian', noted), 'D')
                              from placed
                             cross join lateral (
                                 select left(coalesce(string_agg(e ->> 'text', ' ') filter (where e ->> 'visibility' = 'PUBLIC'), ''),
                                             :words) as said,
                                        left(coalesce(string_agg(e ->> 'text', ' ') filter (where e ->> 'visibility' <> 'PUBLIC'), ''),
                                             :words) as noted
                                   from jsonb_array_elements(entries) e) spoken)
                        select count(*) from opened""")
                .param("rows", JSON.writeValueAsString(rows))
                .param("by", by.username())
                .param("byName", by.name())
                .param("import", id)
                .param("words", MOST_SEARCHED)
                .query(Integer.class)
                .single();
        jdbc.sql("select set_config('opencit.past', '', true)").query(_ -> {});
        return made;
    }

    private static Map<String, Object> row(Entry entry) {
        return Map.of(
                "at", entry.at().toString(),
                "visibility", entry.visibility().name(),
                "from_office", entry.fromOffice(),
                "author", entry.author(),
                "author_name", entry.authorName(),
                "text", entry.text());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
