// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The entries of the audit trail, and what the database says of the tables that they are about. */
@Repository
@Transactional
class TrailStore {

    /**
     * How far the trail had come at a moment.
     *
     * @param lastEntry the highest number that was visible
     * @param transaction every one that began to write before has a lower number
     */
    record Mark(long lastEntry, long transaction) {}

    private static final String COLUMNS = "id, at, actor, action, table_name, row_id, before, after, why";

    private final JdbcClient jdbc;

    TrailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest number that is visible now; 0 when there is none. */
    long lastEntry() {
        return jdbc.sql("select coalesce(max(id), 0) from opencit.audit_entry")
                .query(Long.class)
                .single();
    }

    /**
     * How far the trail has come. Numbers are given when a change is made and seen when its transaction ends, so a lower one
     * than the highest seen may appear later. Whoever holds it had a number of transaction before it had one of entry; this
     * transaction takes its own after both, hence a higher one.
     */
    Mark mark() {
        long last = lastEntry();
        long transaction = jdbc.sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
        return new Mark(last, transaction);
    }

    /** Whether every transaction that may still add an entry below a mark has ended. */
    boolean isSettled(Mark mark) {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= :mark")
                .param("mark", mark.transaction())
                .query(Boolean.class)
                .single();
    }

    /** Hands over, one by one in their order, the entries after a number and up to another, as many as {@code most}. */
    void read(long after, long upTo, long most, Consumer<Entry> reader) {
        jdbc.sql("select " + COLUMNS
                        + " from opencit.audit_entry where id > :after and id <= :upTo order by id limit :most")
                .withFetchSize(200)
                .param("after", after)
                .param("upTo", upTo)
                .param("most", most)
                .query((ResultSet row) -> reader.accept(read(row)));
    }

    Optional<Entry> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from opencit.audit_entry where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The tables whose changes are recorded, and what each holds as its comment says; "" without a comment. */
    Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        jdbc.sql("""
                        select n.nspname || '.' || c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as said
                          from pg_trigger t
                          join pg_class c on c.oid = t.tgrelid
                          join pg_namespace n on n.oid = c.relnamespace
                         where t.tgname = 'audit'
                         order by 1""").query((ResultSet row) -> {
            tables.put(row.getString("name"), row.getString("said"));
        });
        return tables;
    }

    /** What the comments say of the columns of a table. */
    Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.attname as name, d.description as said
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid
                          join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum
                         where n.nspname || '.' || c.relname = :table and a.attnum > 0""").param("table", table).query((ResultSet row) -> {
            columns.put(row.getString("name"), row.getString("said"));
        });
        return columns;
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("table_name"),
                row.getString("row_id"),
                row.getString("before"),
                row.getString("after"),
                row.getString("why"));
    }
}
