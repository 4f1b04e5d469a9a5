// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is computed from tickets after they changed: notices to give and working time used. */
@Repository
class WatchStore {

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A ticket and its clock.
     *
     * @param turns what tells who had it, in order
     */
    record Watched(Ticket ticket, Ledger ledger, List<TicketEvent> turns) {}

    /** An alarm that is due. */
    record Due(TicketNumber number, Alarm alarm) {}

    /** Takes tickets that changed, with whether they are new; those that somebody is changing now are left for later. */
    Map<Long, Boolean> take(int most) {
        Map<Long, Boolean> taken = new LinkedHashMap<>();
        jdbc.sql("""
                        delete from tickets.to_watch w
                         using (select ticket_id from tickets.to_watch order by ticket_id limit :most
                                   for update skip locked) taken
                         where w.ticket_id = taken.ticket_id
                        returning w.ticket_id, w.news""")
                .param("most", most)
                .query((row, _) -> taken.put(row.getLong("ticket_id"), row.getBoolean("news")))
                .list();
        return taken;
    }

    List<Watched> read(List<Long> numbers, Rulebook rules) {
        Long[] wanted = numbers.toArray(Long[]::new);
        Map<Long, List<Mark>> marks = new LinkedHashMap<>();
        jdbc.sql("""
                        select ticket_id, from_at, running, why, calendar_id, service_level_id from tickets.segment
                         where ticket_id = any(:numbers) order by ticket_id, id""")
                .param("numbers", wanted)
                .query((row, _) -> marks.computeIfAbsent(row.getLong("ticket_id"), _ -> new ArrayList<>())
                        .add(mark(row, rules)))
                .list();
        Map<Long, List<TicketEvent>> turns = turns(wanted);
        return jdbc.sql("select * from tickets.ticket where id = any(:numbers) order by id")
                .param("numbers", wanted)
                .query((row, _) -> {
                    Ticket ticket = TicketRow.ticket(row);
                    long number = ticket.number().value();
                    return new Watched(
                            ticket,
                            new Ledger(Objects.requireNonNull(marks.get(number))),
                            turns.getOrDefault(number, List.of()));
                })
                .list();
    }

    /** Of those that a supplier ever had, what tells who had them. */
    private Map<Long, List<TicketEvent>> turns(Long[] numbers) {
        Map<Long, List<TicketEvent>> turns = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.id, e.ticket_id, e.at, e.kind, e.before, e.after, e.actor, e.actor_name
                          from tickets.ticket_event e
                         where e.ticket_id = any(:numbers) and (e.kind = 'ASSIGNEE' or e.kind = 'STATE' and e.after = 'NEW')
                           and exists (select from tickets.ticket_event s
                                        where s.ticket_id = e.ticket_id and s.kind = 'ASSIGNEE' and s.after like 'Fornitore: %')
                         order by e.ticket_id, e.id""")
                .param("numbers", numbers)
                .query((row, _) -> turns.computeIfAbsent(row.getLong("ticket_id"), _ -> new ArrayList<>())
                        .add(new TicketEvent(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                TicketEvent.Kind.valueOf(row.getString("kind")),
                                row.getString("before"),
                                row.getString("after"),
                                "",
                                row.getString("actor"),
                                row.getString("actor_name"))))
                .list();
        return turns;
    }

    /** Writes how long each supplier had tickets. */
    private void measureSuppliers(List<Watched> watched, List<Watched> kept, Instant now) {
        jdbc.sql("delete from tickets.supplier_time where ticket_id = any(:numbers)")
                .param(
                        "numbers",
                        watched.stream()
                                .map(one -> one.ticket().number().value())
                                .toArray(Long[]::new))
                .update();
        List<Long> numbers = new ArrayList<>();
        List<String> suppliers = new ArrayList<>();
        List<Integer> minutes = new ArrayList<>();
        for (Watched one : kept) {
            if (one.turns().isEmpty()) {
                continue;
            }
            for (Holding holding : Holding.of(one.ledger(), one.turns(), now)) {
                holding.supplier().ifPresent(supplier -> {
                    numbers.add(one.ticket().number().value());
                    suppliers.add(supplier);
                    minutes.add((int) holding.worked().toMinutes());
                });
            }
        }
        jdbc.sql("""
                        insert into tickets.supplier_time (ticket_id, supplier, minutes)
                        select * from unnest(cast(:numbers as bigint[]), cast(:suppliers as text[]), cast(:minutes as integer[]))""")
                .param("numbers", numbers.toArray(Long[]::new))
                .param("suppliers", suppliers.toArray(String[]::new))
                .param("minutes", minutes.toArray(Integer[]::new))
                .update();
    }

    private static Mark mark(ResultSet row, Rulebook rules) throws SQLException {
        return new Mark(
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("running"),
                row.getString("why"),
                rules.calendar(row.getLong("calendar_id")),
                rules.level(row.getLong("service_level_id")));
    }

    /** Puts the alarms of tickets in the place of those there were; that one is new is told whatever changed since. */
    void replaceAlarms(List<Long> numbers, Map<Long, List<Alarm>> alarms) {
        jdbc.sql("delete from tickets.alarm where ticket_id = any(:numbers) and kind <> 'NEW'")
                .param("numbers", numbers.toArray(Long[]::new))
                .update();
        List<Long> tickets = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<Long> steps = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        alarms.forEach((number, each) -> each.forEach(alarm -> {
            tickets.add(number);
            kinds.add(alarm.kind().name());
            steps.add(alarm.step());
            moments.add(alarm.at().toString());
        }));
        jdbc.sql("""
                        insert into tickets.alarm (ticket_id, kind, step, at)
                        select a.id, a.kind, a.step, a.at
                          from unnest(cast(:tickets as bigint[]), cast(:kinds as text[]), cast(:steps as bigint[]),
                                      cast(:moments as timestamptz[])) as a (id, kind, step, at)
                         where not exists (select from tickets.alert d
                                            where d.ticket_id = a.id and d.kind = a.kind and d.step = a.step)
                        on conflict do nothing""")
                .param("tickets", tickets.toArray(Long[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("steps", steps.toArray(Long[]::new))
                .param("moments", moments.toArray(String[]::new))
                .update();
    }

    /** Writes the measures of tickets; one that was removed, or goes on with another, has none. */
    void measure(List<Watched> watched, Instant now) {
        List<Long> gone = watched.stream()
                .filter(one -> !counts(one.ticket()))
                .map(one -> one.ticket().number().value())
                .toList();
        jdbc.sql("delete from tickets.measure where ticket_id = any(:gone)")
                .param("gone", gone.toArray(Long[]::new))
                .update();
        List<Watched> kept =
                watched.stream().filter(one -> counts(one.ticket())).toList();
        measureSuppliers(watched, kept, now);
        List<@Nullable Measure> takes = new ArrayList<>();
        List<@Nullable Measure> solutions = new ArrayList<>();
        for (Watched one : kept) {
            takes.add(Measure.of(ServiceLevel.Target.TAKE_IN_CHARGE, one.ticket(), one.ledger()));
            solutions.add(Measure.of(ServiceLevel.Target.SOLUTION, one.ticket(), one.ledger()));
        }
        jdbc.sql("""
                        insert into tickets.measure (ticket_id, opened_at, taken_at, solved_at, category_id, organization_id,
                            take_minutes, solution_minutes, take_kept, solution_kept, type, assignee_kind, assignee, service)
                        select t.id, t.opened_at, t.taken_at, t.solved_at, t.category_id, t.organization_id,
                               m.take, m.solution, m.take_kept, m.solution_kept, t.type, t.assignee_kind, t.assignee_name,
                               t.service
                          from unnest(cast(:numbers as bigint[]), cast(:takes as integer[]), cast(:solutions as integer[]),
                                      cast(:takesKept as boolean[]), cast(:solutionsKept as boolean[]))
                                   as m (id, take, solution, take_kept, solution_kept)
                          join tickets.ticket t on t.id = m.id
                         where t.state <> 'DELETED' and t.merged_into is null and (t.taken_at is null) = (m.take is null)
                           and (t.solved_at is null) = (m.solution is null)
                        on conflict (centre_id, ticket_id) do update
                           set taken_at = excluded.taken_at, solved_at = excluded.solved_at,
                               category_id = excluded.category_id, organization_id = excluded.organization_id,
                               take_minutes = excluded.take_minutes, solution_minutes = excluded.solution_minutes,
                               take_kept = excluded.take_kept, solution_kept = excluded.solution_kept,
                               type = excluded.type, assignee_kind = excluded.assignee_kind,
                               assignee = excluded.assignee, service = excluded.service""")
                .param(
                        "numbers",
                        kept.stream().map(one -> one.ticket().number().value()).toArray(Long[]::new))
                .param("takes", takes.stream().map(WatchStore::minutes).toArray(Integer[]::new))
                .param("solutions", solutions.stream().map(WatchStore::minutes).toArray(Integer[]::new))
                .param("takesKept", takes.stream().map(WatchStore::kept).toArray(Boolean[]::new))
                .param("solutionsKept", solutions.stream().map(WatchStore::kept).toArray(Boolean[]::new))
                .update();
    }

    private static boolean counts(Ticket ticket) {
        return ticket.state() != TicketState.DELETED && ticket.mergedInto() == null;
    }

    private static @Nullable Integer minutes(@Nullable Measure measure) {
        return measure == null ? null : (int) measure.worked().toMinutes();
    }

    private static @Nullable Boolean kept(@Nullable Measure measure) {
        return measure == null ? null : measure.kept();
    }

    /** Takes the alarms whose moment has come, so that no other node does, the gravest of a ticket first. */
    List<Due> takeDue(Instant now, int most) {
        return jdbc.sql("""
                        with taken as (
                            delete from tickets.alarm a
                             using (select ticket_id, kind, step from tickets.alarm where at <= :now
                                     order by at limit :most for update skip locked) d
                             where a.ticket_id = d.ticket_id and a.kind = d.kind and a.step = d.step
                            returning a.ticket_id, a.kind, a.step, a.at)
                        select * from taken order by ticket_id, kind, step desc""")
                .param("now", TicketStore.at(now))
                .param("most", most)
                .query((row, _) -> new Due(
                        new TicketNumber(row.getLong("ticket_id")),
                        new Alarm(
                                Alarm.Kind.valueOf(row.getString("kind")),
                                row.getLong("step"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list();
    }

    /** Remembers a notice; whether it is the first of its kind. */
    boolean remember(TicketNumber number, Alarm alarm, Instant now, List<String> to) {
        return jdbc.sql("""
                                insert into tickets.alert (ticket_id, kind, step, at, sent_to)
                                values (:ticket, :kind, :step, :now, :to) on conflict do nothing""")
                        .param("ticket", number.value())
                        .param("kind", alarm.kind().name())
                        .param("step", alarm.step())
                        .param("now", TicketStore.at(now))
                        .param("to", to.toArray(String[]::new))
                        .update()
                > 0;
    }

    int longPauseDays() {
        return jdbc.sql("select long_pause_days from tickets.setting")
                .query(Integer.class)
                .single();
    }

    void changeLongPauseDays(int days) {
        jdbc.sql("update tickets.setting set long_pause_days = :days")
                .param("days", days)
                .update();
        jdbc.sql("""
                        insert into tickets.to_watch as w (ticket_id)
                        select id from tickets.ticket where state in ('SUSPENDED', 'TO_BE_TESTED')
                        on conflict (centre_id, ticket_id) do update set times = w.times + 1""").update();
    }

    /** Who is told of tickets that nobody has; what is usual in a centre that never had any. */
    FirstReaders firstReaders() {
        return jdbc.sql("select first_readers, first_group from tickets.setting")
                .query((row, _) -> new FirstReaders(
                        FirstReaders.Kind.valueOf(row.getString("first_readers")),
                        row.getObject("first_group", Long.class)))
                .optional()
                .orElse(FirstReaders.WORKERS);
    }

    void changeFirstReaders(FirstReaders readers) {
        jdbc.sql("update tickets.setting set first_readers = :kind, first_group = :group")
                .param("kind", readers.kind().name())
                .param("group", readers.group())
                .update();
    }

    Optional<Ticket> find(TicketNumber number) {
        return jdbc.sql("select * from tickets.ticket where id = :id")
                .param("id", number.value())
                .query((row, _) -> TicketRow.ticket(row))
                .optional();
    }
}
