// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of the runs. */
@Repository
class DuesRunStore {

    private static final String SELECT = """
            select id, year, number, digest, lines, gaps, net, vat, amount, computed_at, computed_by, computations,
                   act_kind, act_number, act_date, chapter, fiscal_year, first_accertamento, approved_at, approved_by
              from receipts.dues_run
            """;

    private final JdbcClient jdbc;

    DuesRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else computes or approves this year until the transaction ends. */
    void lock(int year) {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('receipts.dues_run', opencit.current_centre() * 10000 + :year))::text")
                .param("year", year)
                .query(String.class)
                .single();
    }

    /** The runs of a year, the first one first. */
    List<DuesRun> of(int year) {
        return jdbc.sql(SELECT + " where year = :year order by number")
                .param("year", year)
                .query((row, _) -> run(row))
                .list();
    }

    /** Every run, the latest year first. */
    List<DuesRun> all() {
        return jdbc.sql(SELECT + " order by year desc, number desc")
                .query((row, _) -> run(row))
                .list();
    }

    Optional<DuesRun> draft(int year) {
        return jdbc.sql(SELECT + " where year = :year and state = 'DRAFT'")
                .param("year", year)
                .query((row, _) -> run(row))
                .optional();
    }

    Optional<DuesRun> find(DuesRunId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> run(row))
                .optional();
    }

    /** What a run adds up to. */
    record Content(String digest, int lines, int gaps, Owed total) {}

    DuesRunId insert(int year, int number, Content content, Instant now) {
        return new DuesRunId(jdbc.sql("""
                        insert into receipts.dues_run (year, number, digest, lines, gaps, net, vat, amount, computed_at)
                        values (:year, :number, :digest, :lines, :gaps, :net, :vat, :amount, :now)
                        returning id""")
                .param("year", year)
                .param("number", number)
                .params(columns(content, now))
                .query(Long.class)
                .single());
    }

    void update(DuesRunId draft, Content content, Instant now) {
        jdbc.sql("""
                        update receipts.dues_run
                           set digest = :digest, lines = :lines, gaps = :gaps, net = :net, vat = :vat, amount = :amount,
                               computed_at = :now, computed_by = opencit.current_actor(), computations = computations + 1
                         where id = :id""").param("id", draft.value()).params(columns(content, now)).update();
    }

    void approve(DuesRunId draft, Approval approval, Instant now) {
        jdbc.sql("""
                        update receipts.dues_run
                           set state = 'APPROVED', act_kind = :kind, act_number = :number, act_date = :date, chapter = :chapter,
                               fiscal_year = :fiscalYear, first_accertamento = :first, approved_at = :now,
                               approved_by = opencit.current_actor()
                         where id = :id""")
                .param("id", draft.value())
                .param("kind", approval.actKind())
                .param("number", approval.actNumber())
                .param("date", approval.actDate())
                .param("chapter", approval.chapter())
                .param("fiscalYear", approval.fiscalYear())
                .param("first", approval.firstAccertamento())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes away a draft; its lines went before. */
    void delete(DuesRunId draft) {
        jdbc.sql("delete from receipts.dues_run where id = :id")
                .param("id", draft.value())
                .update();
    }

    private static Map<String, Object> columns(Content content, Instant now) {
        return Map.of(
                "digest", content.digest(),
                "lines", content.lines(),
                "gaps", content.gaps(),
                "net", content.total().net().value(),
                "vat", content.total().vat().value(),
                "amount", content.total().amount().value(),
                "now", now.atOffset(ZoneOffset.UTC));
    }

    private static DuesRun run(ResultSet row) throws SQLException {
        OffsetDateTime approved = row.getObject("approved_at", OffsetDateTime.class);
        return new DuesRun(
                new DuesRunId(row.getLong("id")),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("digest"),
                row.getInt("lines"),
                row.getInt("gaps"),
                Euro.exactly(row.getBigDecimal("net")),
                Euro.exactly(row.getBigDecimal("vat")),
                Euro.exactly(row.getBigDecimal("amount")),
                row.getObject("computed_at", OffsetDateTime.class).toInstant(),
                row.getString("computed_by"),
                row.getInt("computations"),
                approved == null
                        ? null
                        : new Approval(
                                row.getString("act_kind"),
                                row.getString("act_number"),
                                row.getObject("act_date", LocalDate.class),
                                row.getString("chapter"),
                                row.getInt("fiscal_year"),
                                row.getObject("first_accertamento", Long.class),
                                row.getInt("gaps") > 0),
                approved == null ? null : approved.toInstant(),
                row.getString("approved_by"));
    }
}
