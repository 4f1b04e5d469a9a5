// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.pages.Italian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds up the measures of tickets: two statements whatever is asked. What happened in the period is read by the index of
 * its moment, so that the cost grows with the tickets of the period, not with all there ever were.
 */
@Repository
class StatisticsStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String HAPPENED = """
            with happened as (
                select 'O' as what, %1$s as key, null::integer as take, null::boolean as take_kept,
                       null::integer as solution, null::boolean as solution_kept, null::smallint as score
                  from tickets.measure m %3$s cross join lateral (values (m.opened_at)) moment (at)
                 where m.opened_at >= :from and m.opened_at < :to %2$s
                union all
                select 'T', %1$s, m.take_minutes, m.take_kept, null, null, null
                  from tickets.measure m %3$s cross join lateral (values (m.taken_at)) moment (at)
                 where m.taken_at >= :from and m.taken_at < :to %2$s
                union all
                select 'S', %1$s, null, null, %4$s, m.solution_kept, null
                  from tickets.measure m %3$s cross join lateral (values (m.solved_at)) moment (at)
                 where m.solved_at >= :from and m.solved_at < :to %2$s
                union all
                select 'P', %1$s, null, null, null, null, o.score
                  from tickets.opinion o cross join lateral (values (o.given_at)) moment (at)
                  join tickets.measure m on m.centre_id = o.centre_id and m.ticket_id = o.ticket_id %3$s
                 where o.given_at >= :from and o.given_at < :to %2$s)
            select case when grouping(key) = 0 then key end as key,
                   count(*) filter (where what = 'O') as opened,
                   count(*) filter (where what = 'T') as taken,
                   count(*) filter (where take_kept) as taken_in_time,
                   percentile_cont(0.5) within group (order by take) as take_median,
                   percentile_cont(0.9) within group (order by take) as take_ninth,
                   count(*) filter (where what = 'S') as solved,
                   count(*) filter (where solution_kept) as solved_in_time,
                   percentile_cont(0.5) within group (order by solution) as solution_median,
                   percentile_cont(0.9) within group (order by solution) as solution_ninth,
                   count(score) as opinions,
                   avg(score) as score
              from happened
             group by grouping sets ((), (key))""";

    private static final String STILL_OPEN = """
            select case when grouping(key) = 0 then key end as key, count(*) as open
              from (select %1$s as key from tickets.measure m %3$s cross join lateral (values (m.opened_at)) moment (at)
                     where m.solved_at is null and m.opened_at < :to %2$s
                    union all
                    select %1$s from tickets.measure m %3$s cross join lateral (values (m.opened_at)) moment (at)
                     where m.solved_at >= :to and m.opened_at < :to %2$s) unsolved
             group by grouping sets ((), (key))""";

    private final JdbcClient jdbc;

    StatisticsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each key that occurs, and one without key for all together. */
    List<StatisticsLine> happened(StatisticsQuery query, ServiceNames services) {
        return jdbc.sql(HAPPENED.formatted(query.per().sql, filters(query), suppliers(query), minutes(query)))
                .params(values(query, services))
                .query((row, _) -> line(row))
                .list();
    }

    /** How many were not solved when the period ended, by key and, by {@code null}, in all. */
    Map<@Nullable String, Long> open(StatisticsQuery query, ServiceNames services) {
        Map<@Nullable String, Long> open = new HashMap<>();
        jdbc.sql(STILL_OPEN.formatted(query.per().sql, filters(query), suppliers(query)))
                .params(values(query, services))
                .query((row, _) -> open.put(row.getString("key"), row.getLong("open")))
                .list();
        return open;
    }

    private static String filters(StatisticsQuery query) {
        return (query.categories().isEmpty() ? "" : " and m.category_id = any (:categories)")
                + (query.organization() == null ? "" : " and m.organization_id = :organization")
                + (query.type() == null ? "" : " and m.type = :type")
                + (query.per() == StatisticsQuery.Per.AGENT ? " and m.assignee_kind = 'PERSON'" : "");
    }

    /** By supplier a ticket counts for each one that had it. */
    private static String suppliers(StatisticsQuery query) {
        return query.per() == StatisticsQuery.Per.SUPPLIER
                ? "join tickets.supplier_time h on h.centre_id = m.centre_id and h.ticket_id = m.ticket_id"
                : "";
    }

    /** The time to the solution; of a supplier its own. */
    private static String minutes(StatisticsQuery query) {
        return query.per() == StatisticsQuery.Per.SUPPLIER ? "h.minutes" : "m.solution_minutes";
    }

    private static Map<String, Object> values(StatisticsQuery query, ServiceNames services) {
        Map<String, Object> values = new HashMap<>();
        if (query.per() == StatisticsQuery.Per.SERVICE) {
            // However a service was written it is one line.
            values.put("services", JSON.writeValueAsString(services.spellings()));
        }
        values.put("from", start(query.from()));
        values.put("to", start(query.to().plusMonths(1)));
        if (!query.categories().isEmpty()) {
            values.put("categories", query.categories().toArray(Long[]::new));
        }
        Long organization = query.organization();
        if (organization != null) {
            values.put("organization", organization);
        }
        TicketType type = query.type();
        if (type != null) {
            values.put("type", type.name());
        }
        return values;
    }

    private static Object start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Italian.ROME).toOffsetDateTime();
    }

    private static StatisticsLine line(ResultSet row) throws SQLException {
        return new StatisticsLine(
                row.getString("key"),
                row.getLong("opened"),
                row.getLong("taken"),
                row.getLong("taken_in_time"),
                number(row, "take_median"),
                number(row, "take_ninth"),
                row.getLong("solved"),
                row.getLong("solved_in_time"),
                number(row, "solution_median"),
                number(row, "solution_ninth"),
                row.getLong("opinions"),
                number(row, "score"),
                0);
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
