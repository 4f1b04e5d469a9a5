// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Names the tables of allocations and of the orders that regularise them. */
@Repository
@Transactional(readOnly = true)
class AllocationStore {

    private static final String COLUMNS = "select * from treasury.allocation ";

    private final JdbcClient jdbc;

    AllocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Allocation> find(AllocationId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> allocation(row))
                .optional();
    }

    List<Allocation> find(Collection<AllocationId> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids) order by id")
                .param("ids", ids.stream().map(AllocationId::value).toArray(Long[]::new))
                .query((row, _) -> allocation(row))
                .list();
    }

    /** Also those undone, in the order in which they were made. */
    List<Allocation> ofAccertamenti(Collection<AccertamentoId> ids) {
        return jdbc.sql(COLUMNS + "where accertamento_id = any(:ids) order by id")
                .param("ids", ids.stream().map(AccertamentoId::value).toArray(Long[]::new))
                .query((row, _) -> allocation(row))
                .list();
    }

    /** Also those undone, in the order in which they were made. */
    List<Allocation> ofProvvisorio(ProvvisorioId id) {
        return jdbc.sql(COLUMNS + "where provvisorio_id = :id order by id")
                .param("id", id.value())
                .query((row, _) -> allocation(row))
                .list();
    }

    /** Those that an order regularises. */
    List<Allocation> ofRiscossione(RiscossioneId id) {
        return jdbc.sql(COLUMNS + "where riscossione_id = :id order by id")
                .param("id", id.value())
                .query((row, _) -> allocation(row))
                .list();
    }

    /** Those that wait for their order, the oldest money first. */
    List<Allocation> withoutOrder(int limit) {
        return jdbc.sql(COLUMNS
                        + "where riscossione_id is null and undone_at is null order by collected_on, id limit :limit")
                .param("limit", limit)
                .query((row, _) -> allocation(row))
                .list();
    }

    /** How many wait for their order. */
    long waiting() {
        return jdbc.sql("select count(*) from treasury.allocation where riscossione_id is null and undone_at is null")
                .query(Long.class)
                .single();
    }

    /** How many wait for the order of money received by a day. */
    long waitingSince(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from treasury.allocation
                         where riscossione_id is null and undone_at is null and collected_on <= :day""").param("day", day).query(Long.class).single();
    }

    /** The amounts that both sides count are kept by the database itself. */
    AllocationId insert(
            ProvvisorioId provvisorio, AccertamentoId accertamento, Euro amount, LocalDate collectedOn, Instant now) {
        return new AllocationId(jdbc.sql("""
                        insert into treasury.allocation (provvisorio_id, accertamento_id, amount, collected_on, recorded_at)
                        values (:provvisorio, :accertamento, :amount, :collectedOn, :now) returning id""")
                .param("provvisorio", provvisorio.value())
                .param("accertamento", accertamento.value())
                .param("amount", amount.value())
                .param("collectedOn", collectedOn)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    /** An allocation about to be written. */
    record Row(ProvvisorioId provvisorio, AccertamentoId accertamento, Euro amount, LocalDate collectedOn) {}

    /** As {@link #insert}, many in one statement. */
    List<AllocationId> insertAll(List<Row> rows, Instant now) {
        return jdbc
                .sql("""
                        insert into treasury.allocation (provvisorio_id, accertamento_id, amount, collected_on, recorded_at)
                        select provvisorio, accertamento, cents / 100.0, collected_on, :now
                          from unnest(:provvisori::bigint[], :accertamenti::bigint[], :cents::bigint[], :days::date[])
                            as r(provvisorio, accertamento, cents, collected_on)
                        returning id""")
                .param(
                        "provvisori",
                        rows.stream().map(row -> row.provvisorio().value()).toArray(Long[]::new))
                .param(
                        "accertamenti",
                        rows.stream().map(row -> row.accertamento().value()).toArray(Long[]::new))
                .param("cents", rows.stream().map(row -> row.amount().cents()).toArray(Long[]::new))
                .param(
                        "days",
                        rows.stream().map(row -> row.collectedOn().toString()).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .stream()
                .map(AllocationId::new)
                .toList();
    }

    /** Whether it still stood, without an order. */
    boolean undo(AllocationId id, String reason, Instant now) {
        return jdbc.sql("""
                        update treasury.allocation
                           set undone_by = opencit.current_actor(), undone_at = :now, undo_reason = :reason
                         where id = :id and undone_at is null and riscossione_id is null""")
                        .param("id", id.value())
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** How many still stood without an order, and have this one now. */
    int order(Collection<AllocationId> ids, RiscossioneId riscossione) {
        return jdbc.sql("""
                        update treasury.allocation set riscossione_id = :riscossione
                         where id = any(:ids) and undone_at is null and riscossione_id is null""")
                .param("ids", ids.stream().map(AllocationId::value).toArray(Long[]::new))
                .param("riscossione", riscossione.value())
                .update();
    }

    RiscossioneId insert(NewRiscossione order) {
        return new RiscossioneId(jdbc.sql("""
                        insert into treasury.riscossione (kind, number, date, fiscal_year, reversale_number, reversale_date)
                        values (:kind, :number, :date, :fiscalYear, :reversale, :reversaleDate) returning id""")
                .param("kind", order.order().kind())
                .param("number", order.order().number())
                .param("date", order.order().date())
                .param("fiscalYear", order.fiscalYear())
                .param("reversale", order.reversaleNumber())
                .param("reversaleDate", order.reversaleDate())
                .query(Long.class)
                .single());
    }

    List<Riscossione> riscossioni(Collection<RiscossioneId> ids) {
        return jdbc.sql("select * from treasury.riscossione where id = any(:ids) order by id")
                .param("ids", ids.stream().map(RiscossioneId::value).toArray(Long[]::new))
                .query((row, _) -> riscossione(row))
                .list();
    }

    Optional<Riscossione> riscossione(Act order, int fiscalYear) {
        return jdbc.sql("""
                        select * from treasury.riscossione
                         where kind = :kind and number = :number and fiscal_year = :fiscalYear""")
                .param("kind", order.kind())
                .param("number", order.number())
                .param("fiscalYear", fiscalYear)
                .query((row, _) -> riscossione(row))
                .optional();
    }

    private static Riscossione riscossione(ResultSet row) throws SQLException {
        return new Riscossione(
                new RiscossioneId(row.getLong("id")),
                new Act(row.getString("kind"), row.getString("number"), row.getObject("date", LocalDate.class)),
                row.getInt("fiscal_year"),
                row.getString("reversale_number"),
                row.getObject("reversale_date", LocalDate.class));
    }

    private static Allocation allocation(ResultSet row) throws SQLException {
        @Nullable Long riscossione = row.getObject("riscossione_id", Long.class);
        @Nullable OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Allocation(
                new AllocationId(row.getLong("id")),
                new ProvvisorioId(row.getLong("provvisorio_id")),
                new AccertamentoId(row.getLong("accertamento_id")),
                Euro.exactly(row.getBigDecimal("amount")),
                row.getObject("collected_on", LocalDate.class),
                riscossione == null ? null : new RiscossioneId(riscossione),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                undone == null
                        ? null
                        : new Allocation.Undoing(
                                row.getString("undone_by"), undone.toInstant(), row.getString("undo_reason")));
    }
}
