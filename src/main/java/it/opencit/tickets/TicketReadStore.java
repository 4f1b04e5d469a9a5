// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.subscriptions.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tickets as they are read: a page of the list, or all of one, each in one statement. */
@Repository
class TicketReadStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};
    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};
    private static final TypeReference<List<TicketEvent>> EVENTS = new TypeReference<>() {};
    private static final TypeReference<List<Observer>> OBSERVERS = new TypeReference<>() {};
    private static final TypeReference<List<Task>> TASKS = new TypeReference<>() {};
    private static final TypeReference<List<Opinion>> OPINIONS = new TypeReference<>() {};
    private static final TypeReference<List<LinkedTicket>> LINKS = new TypeReference<>() {};
    private static final TypeReference<List<MergedTicket>> MERGED = new TypeReference<>() {};
    private static final TypeReference<List<StoredMark>> MARKS = new TypeReference<>() {};

    private static final String WHOLE = """
            select t.*,
                   (select json_agg(json_build_object('id', e.id, 'at', e.at, 'visibility', e.visibility,
                               'fromOffice', e.from_office, 'author', e.author, 'authorName', e.author_name,
                               'text', e.text) order by e.id)
                      from tickets.entry e
                     where e.centre_id = t.centre_id and e.ticket_id = t.id and (:notes or e.visibility = 'PUBLIC' or e.supplier_id = :supplier)) as entries,
                   (select d.fields ->> 'text' from tickets.draft d
                     where d.centre_id = t.centre_id and d.ticket_id = t.id and d.username = opencit.current_actor()) as draft,
                   (select json_agg(json_build_object('id', v.id, 'at', v.at, 'kind', v.kind, 'before', v.before,
                               'after', v.after, 'reason', v.reason, 'actor', v.actor,
                               'actorName', v.actor_name) order by v.id)
                      from tickets.ticket_event v
                     where v.centre_id = t.centre_id and v.ticket_id = t.id) as events,
                   (select json_agg(json_build_object('at', s.from_at, 'running', s.running, 'why', s.why,
                               'calendar', s.calendar_id, 'level', s.service_level_id) order by s.id)
                      from tickets.segment s
                     where s.centre_id = t.centre_id and s.ticket_id = t.id) as marks,
                   (select g.revision from tickets.setting g where g.centre_id = t.centre_id) as revision,
                   exists (select from tickets.ticket_parts p
                            where p.centre_id = t.centre_id and p.ticket_id = t.id) as has_parts
              from tickets.ticket t
             where t.id = :id""";

    /** What not every ticket has: looking for it in vain would cost a page a third of its statement. */
    private static final String PARTS = """
            select (select json_agg(json_build_object('file', a.file_id, 'at', a.at, 'visibility', a.visibility,
                               'fromOffice', a.from_office, 'name', a.name, 'size', a.size,
                               'authorName', a.author_name) order by a.id)
                      from tickets.attachment a
                     where a.centre_id = t.centre_id and a.ticket_id = t.id and (:notes or a.visibility = 'PUBLIC' or a.supplier_id = :supplier)) as attachments,
                   (select json_agg(json_build_object('id', k.id, 'title', k.title, 'assigneeName', k.assignee_name,
                               'dueOn', k.due_on, 'blocking', k.blocking, 'doneAt', k.done_at, 'doneBy', k.done_by) order by k.id)
                      from tickets.task k
                     where :notes and k.centre_id = t.centre_id and k.ticket_id = t.id) as tasks,
                   (select json_agg(json_build_object('name', o.name, 'email', o.email, 'username', o.username, 'role', o.role) order by o.id)
                      from tickets.observer o
                     where o.centre_id = t.centre_id and o.ticket_id = t.id) as observers,
                   (select json_agg(json_build_object('score', o.score, 'text', o.text, 'given', o.given_at,
                               'changed', o.changed_at, 'author', o.author))
                      from tickets.opinion o
                     where o.centre_id = t.centre_id and o.ticket_id = t.id) as opinions,
                   (select json_agg(json_build_object('relation', l.relation, 'number', o.id, 'title', o.title,
                               'state', o.state, 'organization', o.organization_id) order by o.id)
                      from (select l.other_id, case l.kind when 'CHILD' then 'PARENT' else l.kind end
                              from tickets.ticket_link l where l.centre_id = t.centre_id and l.ticket_id = t.id
                            union all
                            select l.ticket_id, l.kind
                              from tickets.ticket_link l where l.centre_id = t.centre_id and l.other_id = t.id)
                               as l (id, relation)
                      join tickets.ticket o on o.centre_id = t.centre_id and o.id = l.id) as links,
                   (select json_agg(json_build_object('number', m.ticket_id, 'at', m.merged_at, 'by', m.merged_by_name) order by m.id)
                      from tickets.ticket_merge m
                     where m.centre_id = t.centre_id and m.into_id = t.id and m.undone_at is null) as merged,
                   (select r.request_id from tickets.service_request r
                     where r.centre_id = t.centre_id and r.ticket_id = t.id and r.renewed_year is null) as request_id
              from (select opencit.current_centre() as centre_id, :id as id) t""";

    /**
     * Each search is planned by its own words: how many tickets they find decides how. A statement without parameters is
     * never planned again, whatever the mode: so each that reads by words has one, if only its limit.
     */
    private static final String WANT = """
            select set_config('opencit.search',
                       coalesce(nullif(websearch_to_tsquery('tickets.italian', :words)::text, ''), '''§'''), true),
                   set_config('plan_cache_mode', 'force_custom_plan', true)""";

    private final JdbcClient jdbc;
    private final Observers people;
    private final NamedParameterJdbcTemplate streaming;

    TicketReadStore(JdbcClient jdbc, JdbcTemplate template, Observers people) {
        this.people = people;
        this.jdbc = jdbc;
        var fetching = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        fetching.setFetchSize(500);
        this.streaming = new NamedParameterJdbcTemplate(fetching);
    }

    private record StoredMark(Instant at, boolean running, String why, long calendar, long level) {}

    /** A ticket and the rules of its centre. */
    record Read(WholeTicket whole, Rulebook rules) {}

    /**
     * A ticket with what a viewer may read of it, which whether it may is another question.
     *
     * @param rulebooks the rules of a revision, read with the ticket to spare a statement
     */
    Optional<Read> whole(TicketNumber number, Viewer viewer, Function<UUID, Rulebook> rulebooks) {
        return asked(WHOLE, number, viewer)
                .query((row, _) -> {
                    Parts parts = row.getBoolean("has_parts") ? parts(number, viewer) : Parts.NONE;
                    Rulebook rules = rulebooks.apply(row.getObject("revision", UUID.class));
                    var whole = new WholeTicket(
                            TicketRow.ticket(row),
                            sharing(row, parts.observers),
                            list(row, "entries", ENTRIES),
                            parts.attachments,
                            list(row, "events", EVENTS),
                            new Ledger(list(row, "marks", MARKS).stream()
                                    .map(mark -> new Mark(
                                            mark.at,
                                            mark.running,
                                            mark.why,
                                            rules.calendar(mark.calendar),
                                            rules.level(mark.level)))
                                    .toList()),
                            parts.tasks,
                            Objects.requireNonNullElse(row.getString("draft"), ""),
                            parts.opinion,
                            viewer instanceof Viewer.Office ? parts.links : List.of(),
                            parts.links.stream().anyMatch(one -> one.relation() == Relation.PARENT),
                            parts.merged,
                            List.of(),
                            parts.request,
                            FilledForm.of(row));
                    return new Read(whole, rules);
                })
                .optional();
    }

    private record Parts(
            List<Attachment> attachments,
            List<Task> tasks,
            List<Observer> observers,
            @Nullable Opinion opinion,
            List<LinkedTicket> links,
            List<MergedTicket> merged,
            @Nullable RequestId request) {

        private static final Parts NONE = new Parts(List.of(), List.of(), List.of(), null, List.of(), List.of(), null);
    }

    private Parts parts(TicketNumber number, Viewer viewer) {
        return asked(PARTS, number, viewer)
                .query((row, _) -> new Parts(
                        list(row, "attachments", ATTACHMENTS),
                        list(row, "tasks", TASKS),
                        list(row, "observers", OBSERVERS),
                        list(row, "opinions", OPINIONS).stream().findFirst().orElse(null),
                        list(row, "links", LINKS),
                        list(row, "merged", MERGED),
                        row.getObject("request_id", Long.class) == null
                                ? null
                                : new RequestId(row.getLong("request_id"))))
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, TicketNumber number, Viewer viewer) {
        return jdbc.sql(sql)
                .param("id", number.value())
                .param("notes", viewer instanceof Viewer.Office)
                .param(
                        "supplier",
                        viewer instanceof Viewer.OfSupplier one ? one.supplier().value() : -1L);
    }

    /** Some tickets with who sees each. */
    List<TicketReader.Shared> shared(Set<Long> numbers) {
        return jdbc.sql("""
                        select t.*,
                               (select json_agg(json_build_object('name', o.name, 'email', o.email, 'username', o.username, 'role', o.role) order by o.id)
                                  from tickets.observer o
                                 where o.centre_id = t.centre_id and o.ticket_id = t.id) as observers
                          from tickets.ticket t
                         where t.id = any(:numbers)""")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, _) ->
                        new TicketReader.Shared(TicketRow.ticket(row), sharing(row, list(row, "observers", OBSERVERS))))
                .list();
    }

    private Sharing sharing(ResultSet row, List<Observer> observers) throws SQLException {
        return people.now(
                new OrganizationId(row.getLong("organization_id")),
                new Sharing(
                        Audience.valueOf(row.getString("audience")),
                        row.getBoolean("confidential"),
                        observers,
                        row.getString("office"),
                        Set.of()));
    }

    private static <T> List<T> list(ResultSet row, String column, TypeReference<List<T>> type) throws SQLException {
        byte[] json = row.getBytes(column); // as the database wrote it: text would be decoded only to be read again
        return json == null ? List.of() : JSON.readValue(json, type);
    }

    /** The lines of a page, and one more when there are more. */
    List<TicketLine> list(TicketQuery query) {
        Selection selection = select(query);
        return jdbc.sql("select " + TicketRow.LINE + selection.from + selection.page(query) + " limit :most")
                .params(selection.values)
                .param("most", query.limit() + 1)
                .query((row, _) -> TicketRow.line(row))
                .list();
    }

    /** The lines of some tickets, by number. */
    List<TicketLine> numbered(Collection<TicketNumber> numbers) {
        return jdbc.sql("select " + TicketRow.LINE + " from tickets.ticket t where t.id = any (:ids) order by t.id")
                .param("ids", numbers.stream().map(TicketNumber::value).toArray(Long[]::new))
                .query((row, _) -> TicketRow.line(row))
                .list();
    }

    /** How many lines there are in all, counted up to a limit. */
    long count(TicketQuery query, int most) {
        Selection selection = select(query);
        return jdbc.sql("select count(*) from (select 1" + selection.from + " limit :most) counted")
                .params(selection.values)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /**
     * How many lines each of some queries finds, counted up to a limit in one statement.
     *
     * @throws IllegalArgumentException for a query by words: those wanted hold for a whole transaction
     */
    List<Long> counts(List<TicketQuery> queries, int most) {
        if (queries.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> counts = new ArrayList<>();
        if (queries.stream().anyMatch(TicketReadStore::mayBeRare)) {
            planForTheseValues();
        }
        for (TicketQuery query : queries) {
            if (!query.words().isEmpty()) {
                throw new IllegalArgumentException("Counted by words: " + query.words());
            }
            String mark = "_" + counts.size();
            Selection selection = selection(query);
            selection.values.forEach((name, value) -> values.put(name + mark, value));
            counts.add("(select count(*) from (select 1"
                    + selection.from.replaceAll(":(\\w+)", ":$1" + mark)
                    + " limit " + most + ") counted)");
        }
        return jdbc.sql("select n from unnest(array[" + String.join(", ", counts)
                        + "]) with ordinality as c (n, i) order by i")
                .params(values)
                .query(Long.class)
                .list();
    }

    /** Hands over every line, in order, without keeping them. */
    void each(TicketQuery query, Consumer<TicketLine> reader) {
        Selection selection = select(query);
        streaming.query(
                "select " + TicketRow.LINE + selection.from + selection.order(query) + " limit :most",
                new MapSqlParameterSource(selection.values).addValue("most", Long.MAX_VALUE),
                row -> {
                    reader.accept(TicketRow.line(row));
                });
    }

    private Selection select(TicketQuery query) {
        if (mayBeRare(query)) {
            planForTheseValues();
        }
        return selection(query);
    }

    /** Whether how many tickets have the values asked decides how they are best found, and no index has them in order. */
    private static boolean mayBeRare(TicketQuery query) {
        return query.categories().size() > 1 || !query.services().isEmpty();
    }

    private Selection selection(TicketQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        String ordered = "t";
        String from = " from tickets.ticket t";
        boolean everywhere = !query.words().isEmpty() && query.notes();
        if (everywhere) {
            jdbc.sql(WANT).param("words", query.words()).query((_, _) -> "").single();
            from = " from tickets.ticket_text x join tickets.ticket t on t.centre_id = x.centre_id and t.id = x.id";
            ordered = query.sort() == TicketQuery.Sort.DUE ? "t" : "x";
        } else if (!query.words().isEmpty()) {
            // A body's own tickets are few: they are found by body, and read without the words of internal notes.
            conditions.add("exists (select from tickets.ticket_text x where x.centre_id = t.centre_id and x.id = t.id"
                    + " and ts_filter(x.document, '{a,b,c}') @@ websearch_to_tsquery('tickets.italian', :words))");
            values.put("words", query.words());
        }
        if (isOpenOnes(query)) {
            // In the very words of the index ticket_open.
            conditions.add("t.state in ('NEW', 'ASSIGNED', 'PLANNED', 'SUSPENDED', 'TO_BE_TESTED')");
        } else if (query.states().size() == 1) {
            conditions.add("t.state = :state");
            values.put("state", query.states().iterator().next().name());
        } else if (!query.states().isEmpty()) {
            conditions.add("t.state in (:states)");
            values.put("states", query.states().stream().map(Enum::name).toList());
        }
        var organization = query.organization();
        if (organization != null) {
            conditions.add("t.organization_id = :organization");
            values.put("organization", organization.value());
        }
        var seer = query.seer();
        if (seer != null) {
            // Within the index of the body: what is its own by name comes from the few tickets that it has.
            values.put("seer", seer);
            List<OrganizationId> bodies = organization == null ? List.copyOf(query.bodies()) : List.of(organization);
            List<String> seen = new ArrayList<>();
            for (OrganizationId body : bodies) {
                seen.add(seen(body, seer, organization == null, values, "_in" + seen.size()));
            }
            conditions.add("(" + String.join(" or ", seen) + ")");
        }
        switch (query.whose()) {
            case null -> {}
            case Whose.Of(var code) -> {
                conditions.add("t.assignee = :assignee");
                values.put("assignee", code);
            }
            case Whose.OfGroupsOf(var username) -> {
                conditions.add("t.assignee = any (array(select 'gruppo-' || m.group_id from tickets.group_member m"
                        + " where m.username = :member))");
                values.put("member", username);
            }
            // Only a ticket that is new, or was removed when it was, is of nobody: that the index of the state knows.
            case Whose.OfNobody _ -> conditions.add("t.assignee is null and t.state in ('NEW', 'DELETED')");
        }
        if (query.categories().size() == 1) {
            conditions.add("t.category_id = :category");
            values.put("category", query.categories().iterator().next());
        } else if (!query.categories().isEmpty()) {
            conditions.add("t.category_id = any (:categories)");
            values.put("categories", query.categories().toArray(Long[]::new));
        }
        if (!query.services().isEmpty()) {
            conditions.add("t.service <> '' and lower(t.service) = any (:services)"); // in the words of the index
            values.put("services", query.services().toArray(String[]::new));
        }
        if (!query.requester().isEmpty()) {
            conditions.add(
                    query.requester().contains("@")
                            ? "t.requester_email <> '' and lower(t.requester_email) = lower(:requester)"
                            : "t.requester_username = :requester");
            values.put("requester", query.requester());
        }
        var urgency = query.urgency();
        if (urgency != null) {
            conditions.add("t.urgency = :urgency");
            values.put("urgency", urgency.name());
        }
        var type = query.type();
        if (type != null) {
            conditions.add("t.type = :type");
            values.put("type", type.name());
        }
        var dueBefore = query.dueBefore();
        if (dueBefore != null) {
            conditions.add("t.due_at < :dueBefore");
            values.put("dueBefore", java.util.Objects.requireNonNull(TicketStore.at(dueBefore)));
        } else if (query.sort() == TicketQuery.Sort.DUE) {
            conditions.add("t.due_at is not null");
        }
        Position after = query.after();
        if (after != null) {
            values.put("afterAt", java.util.Objects.requireNonNull(TicketStore.at(after.at())));
            values.put("afterNumber", after.number());
        }
        String where =
                conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
        return new Selection(from + where, ordered, where.isEmpty(), values);
    }

    /** A way chosen for any values would look for the few tickets of a rare one among them all. */
    private void planForTheseValues() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query((_, _) -> "")
                .single();
    }

    /**
     * What a person sees of a body of its own.
     *
     * @param among whether the body is one of several
     * @param mark tells the parameters of one body from those of another
     */
    private String seen(OrganizationId body, String seer, boolean among, Map<String, Object> values, String mark) {
        Observers.Place place = people.place(body, seer);
        values.put("roles" + mark, place.roles().stream().map(Enum::name).toArray(String[]::new));
        values.put("offices" + mark, place.offices().toArray(String[]::new));
        if (among) {
            values.put("body" + mark, body.value());
        }
        return (among ? "t.organization_id = :body" + mark + " and " : "")
                + "(t.audience = 'BODY' and not t.confidential"
                + " or t.audience = 'OFFICE' and not t.confidential and lower(t.office) = any (:offices" + mark + ")"
                + " or t.requester_username = :seer or exists ("
                + "select from tickets.observer o where o.centre_id = t.centre_id and o.ticket_id = t.id"
                + " and (o.username = :seer or o.role = any (:roles" + mark + "))))";
    }

    private static boolean isOpenOnes(TicketQuery query) {
        return query.states().size() == 5 && query.states().stream().allMatch(TicketState::isOpen);
    }

    private record Selection(String from, String ordered, boolean all, Map<String, Object> values) {

        String page(TicketQuery query) {
            if (query.after() == null) {
                return order(query);
            }
            return (all ? " where (" : " and (") + ordered + "." + query.sort().column() + ", " + ordered + ".id) "
                    + (query.sort().descending() ? "<" : ">") + " (:afterAt, :afterNumber)" + order(query);
        }

        String order(TicketQuery query) {
            String direction = query.sort().descending() ? " desc" : "";
            return " order by " + ordered + "." + query.sort().column() + direction + ", " + ordered + ".id"
                    + direction;
        }
    }
}
