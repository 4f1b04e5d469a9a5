// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many units each subscription has over time, and what was consumed. */
@Repository
class UsageStore {

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addQuantity(SubscriptionId subscription, DatedQuantity quantity) {
        jdbc.sql("""
                insert into subscriptions.quantity (subscription_id, key, value, starts_on, ends_on, note)
                values (:subscription, :key, :value, :from, :to, :note)""")
                .param("subscription", subscription.value())
                .param("key", quantity.key())
                .param("value", quantity.value())
                .param("from", quantity.days().from())
                .param("to", quantity.days().to())
                .param("note", quantity.note())
                .update();
    }

    /** The last day of a quantity. */
    void endQuantity(long id, LocalDate lastDay) {
        jdbc.sql("update subscriptions.quantity set ends_on = :lastDay where id = :id")
                .param("lastDay", lastDay)
                .param("id", id)
                .update();
    }

    void removeQuantity(SubscriptionId subscription, long id) {
        jdbc.sql("delete from subscriptions.quantity where subscription_id = :subscription and id = :id")
                .param("subscription", subscription.value())
                .param("id", id)
                .update();
    }

    /** The quantities of some subscriptions, by key and day. */
    List<StoredQuantity> quantities(Collection<SubscriptionId> subscriptions) {
        return jdbc.sql("""
                select id, subscription_id, key, value, starts_on, ends_on, note
                  from subscriptions.quantity
                 where subscription_id = any (:ids)
                 order by subscription_id, key, starts_on""")
                .param("ids", ids(subscriptions))
                .query((row, _) -> quantity(row))
                .list();
    }

    /** The highest value of each key in each year. */
    Map<InYear, Map<String, BigDecimal>> highest(Span span) {
        return byKey(jdbc.sql("""
                select subscription_id, y.year, key, max(value) as value
                  from subscriptions.quantity q
                  join generate_series(cast(:firstYear as integer), cast(:lastYear as integer)) y(year)
                    on q.starts_on <= make_date(y.year, 12, 31)
                   and coalesce(q.ends_on, date '9999-12-31') >= make_date(y.year, 1, 1)
                 where cast(:ids as bigint[]) is null or subscription_id = any (:ids)
                 group by subscription_id, y.year, key"""), span);
    }

    /** The sum of what was consumed of each key in each year. */
    Map<InYear, Map<String, BigDecimal>> consumed(Span span) {
        return byKey(jdbc.sql("""
                select subscription_id, year, key, sum(value) as value
                  from subscriptions.consumption
                 where year between :firstYear and :lastYear
                   and (cast(:ids as bigint[]) is null or subscription_id = any (:ids))
                 group by subscription_id, year, key"""), span);
    }

    /** What was consumed by some subscriptions, the latest first. */
    List<Consumed> consumed(Collection<SubscriptionId> subscriptions) {
        return jdbc.sql("""
                select subscription_id, key, value, starts_on, ends_on, note
                  from subscriptions.consumption
                 where subscription_id = any (:ids)
                 order by starts_on desc, key, id""")
                .param("ids", ids(subscriptions))
                .query((row, _) -> consumed(row))
                .list();
    }

    /** Keeps what was consumed; the same days and key again take the new value. */
    void putConsumed(Consumed consumed, @Nullable Long fromImport) {
        jdbc.sql("""
                with changed as (
                    update subscriptions.consumption
                       set value = :value, note = :note, import_id = :import
                     where subscription_id = :subscription and key = :key and starts_on = :from and ends_on = :to
                    returning id)
                insert into subscriptions.consumption (subscription_id, key, value, starts_on, ends_on, note, import_id)
                select :subscription, :key, :value, :from, :to, :note, :import
                 where not exists (select from changed)""")
                .param("subscription", consumed.subscription().value())
                .param("key", consumed.key())
                .param("value", consumed.value())
                .param("from", consumed.days().from())
                .param("to", consumed.lastDay())
                .param("note", consumed.note())
                .param("import", fromImport)
                .update();
    }

    void removeConsumed(SubscriptionId subscription, String key, LocalDate from, LocalDate to) {
        jdbc.sql("""
                delete from subscriptions.consumption
                 where subscription_id = :subscription and key = :key and starts_on = :from and ends_on = :to""")
                .param("subscription", subscription.value())
                .param("key", key)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static Long[] ids(Collection<SubscriptionId> subscriptions) {
        return subscriptions.stream().map(SubscriptionId::value).toArray(Long[]::new);
    }

    private static Map<InYear, Map<String, BigDecimal>> byKey(JdbcClient.StatementSpec statement, Span span) {
        Map<InYear, Map<String, BigDecimal>> found = new HashMap<>();
        statement
                .param("firstYear", span.firstYear())
                .param("lastYear", span.lastYear())
                .param("ids", span.ids())
                .query(row -> {
                    var when = new InYear(new SubscriptionId(row.getLong("subscription_id")), row.getInt("year"));
                    found.computeIfAbsent(when, _ -> new HashMap<>())
                            .put(row.getString("key"), plain(row.getBigDecimal("value")));
                });
        return found;
    }

    private static StoredQuantity quantity(ResultSet row) throws SQLException {
        return new StoredQuantity(
                row.getLong("id"),
                new SubscriptionId(row.getLong("subscription_id")),
                new DatedQuantity(
                        row.getString("key"),
                        new Period(
                                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                        row.getBigDecimal("value"),
                        row.getString("note")));
    }

    private static Consumed consumed(ResultSet row) throws SQLException {
        return new Consumed(
                new SubscriptionId(row.getLong("subscription_id")),
                row.getString("key"),
                new Period(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                plain(row.getBigDecimal("value")),
                row.getString("note"));
    }

    /** The column keeps four decimals; a reader wants those that count. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
