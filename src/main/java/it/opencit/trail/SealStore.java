// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import it.opencit.shared.database.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The seals of a centre, and what was found when they were verified. */
@Repository
@Transactional
class SealStore {

    /** More entries than these wait rarely, and are not counted. */
    static final int COUNTED = 10_000;

    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who seals a centre does it alone until its transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('opencit.trail', :centre))")
                .param("centre", Acting.currentCentre())
                .query((ResultSet _) -> {});
    }

    /** The last one; {@link Seal#NONE} when there is none. */
    Seal last() {
        return jdbc.sql("select * from trail.seal order by id desc limit 1")
                .query((row, _) -> read(row))
                .optional()
                .orElse(Seal.NONE);
    }

    /** The seal that closes an entry. */
    Optional<Seal> of(long entry) {
        return jdbc.sql("select * from trail.seal where last_entry >= :entry order by id limit 1")
                .param("entry", entry)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Those that follow a number, in their order. */
    List<Seal> after(long number, int most) {
        return jdbc.sql("select * from trail.seal where id > :number order by id limit :most")
                .param("number", number)
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    void add(Seal seal) {
        jdbc.sql("""
                        insert into trail.seal (id, first_entry, last_entry, entries, hash, sealed_at)
                        values (:number, :first, :last, :entries, :hash, :at)""")
                .param("number", seal.number())
                .param("first", seal.firstEntry())
                .param("last", seal.lastEntry())
                .param("entries", seal.entries())
                .param("hash", seal.hash())
                .param("at", at(seal.at()))
                .update();
    }

    /** How many entries follow a seal; one more than {@link #COUNTED} when there are more. */
    long waitingAfter(Seal last) {
        return jdbc.sql(
                        "select count(*) from (select from opencit.audit_entry where id > :last limit :most) as waiting")
                .param("last", last.lastEntry())
                .param("most", COUNTED + 1)
                .query(Long.class)
                .single();
    }

    void add(Verification verification) {
        jdbc.sql("""
                        insert into trail.verification (verified_at, seals, entries, problem)
                        values (:at, :seals, :entries, :problem)""")
                .param("at", at(verification.at()))
                .param("seals", verification.seals())
                .param("entries", verification.entries())
                .param("problem", verification.problem())
                .update();
    }

    /** The latest. */
    Optional<Verification> verification() {
        return jdbc.sql("select * from trail.verification order by id desc limit 1")
                .query((row, _) -> new Verification(
                        row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                        row.getString("verified_by"),
                        row.getLong("seals"),
                        row.getLong("entries"),
                        row.getString("problem")))
                .optional();
    }

    private static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("id"),
                row.getLong("first_entry"),
                row.getLong("last_entry"),
                row.getLong("entries"),
                row.getString("hash"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
