// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Names the tables of accertamenti and of their reductions. */
@Repository
class AccertamentoStore {

    private static final String COLUMNS = "select * from treasury.accertamento ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AccertamentoStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Accertamento> find(AccertamentoId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> accertamento(row))
                .optional();
    }

    List<Accertamento> find(Collection<AccertamentoId> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids) order by id")
                .param("ids", numbers(ids))
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** Reads and keeps others from changing them until this transaction ends; always in the same order. */
    List<Accertamento> lock(Collection<AccertamentoId> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids) order by id for update")
                .param("ids", numbers(ids))
                .query((row, _) -> accertamento(row))
                .list();
    }

    List<Accertamento> bySources(Collection<String> sources) {
        return jdbc.sql(COLUMNS + "where source = any(:sources) order by id")
                .param("sources", sources.toArray(new String[0]))
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** Those that a body owes or that concern it, the latest year first. */
    List<Accertamento> of(OrganizationId body) {
        return jdbc.sql(
                        COLUMNS
                                + "where payer_id = :body or beneficiary_id = :body order by fiscal_year desc, act_date desc, id desc")
                .param("body", body.value())
                .query((row, _) -> accertamento(row))
                .list();
    }

    List<Accertamento> ofFiscalYear(int year) {
        return jdbc.sql(COLUMNS + "where fiscal_year = :year order by id")
                .param("year", year)
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** Those still to be collected whose due date has passed, the oldest first. */
    List<Accertamento> overdue(LocalDate today) {
        return jdbc.sql(COLUMNS + "where state = 'ASSESSED' and due < :today order by due, id")
                .param("today", today)
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** Those still to be collected, the oldest year first. */
    List<Accertamento> open() {
        return jdbc.sql(COLUMNS + "where state = 'ASSESSED' order by fiscal_year, id")
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** Those still to be collected that some bodies pay, the oldest year first. */
    List<Accertamento> openOf(Collection<OrganizationId> payers) {
        return jdbc.sql(COLUMNS + "where state = 'ASSESSED' and payer_id = any(:payers) order by fiscal_year, due, id")
                .param("payers", payers.stream().map(OrganizationId::value).toArray(Long[]::new))
                .query((row, _) -> accertamento(row))
                .list();
    }

    Optional<AccertamentoId> numbered(int year, String number) {
        return jdbc.sql("select id from treasury.accertamento where year = :year and number = :number")
                .param("year", year)
                .param("number", number)
                .query(Long.class)
                .optional()
                .map(AccertamentoId::new);
    }

    AccertamentoId insert(NewAccertamento a) {
        return new AccertamentoId(jdbc.sql("""
                        insert into treasury.accertamento (number, year, fiscal_year, act_kind, act_number, act_date,
                               beneficiary_id, beneficiary_name, payer_id, payer_name, object, chapter, amount, due, source)
                        values (:number, :year, :fiscalYear, :actKind, :actNumber, :actDate, :beneficiary, :beneficiaryName,
                                :payer, :payerName, :object, :chapter, :amount, :due, nullif(:source, ''))
                        returning id""")
                .param("number", a.number())
                .param("year", a.year())
                .param("fiscalYear", a.fiscalYear())
                .param("actKind", a.act().kind())
                .param("actNumber", a.act().number())
                .param("actDate", a.act().date())
                .param("beneficiary", a.beneficiary().value())
                .param("beneficiaryName", a.beneficiaryName())
                .param("payer", a.payer().value())
                .param("payerName", a.payerName())
                .param("object", a.object())
                .param("chapter", a.chapter())
                .param("amount", a.amount().value())
                .param("due", a.due())
                .param("source", a.source())
                .query(Long.class)
                .single());
    }

    /** Writes those whose source is not known yet; each has a source. */
    void insertNew(List<NewAccertamento> many) {
        List<Map<String, @Nullable Object>> rows =
                many.stream().map(AccertamentoStore::columns).toList();
        jdbc.sql("""
                        insert into treasury.accertamento (number, year, fiscal_year, act_kind, act_number, act_date,
                               beneficiary_id, beneficiary_name, payer_id, payer_name, object, chapter, amount, due, source)
                        select number, year, fiscal_year, act_kind, act_number, act_date, beneficiary_id, beneficiary_name,
                               payer_id, payer_name, object, chapter, amount, due, source
                          from jsonb_to_recordset(:rows::jsonb) as r(number text, year integer, fiscal_year integer,
                               act_kind text, act_number text, act_date date, beneficiary_id bigint, beneficiary_name text,
                               payer_id bigint, payer_name text, object text, chapter text, amount numeric, due date, source text)
                        on conflict (centre_id, source) where source is not null do nothing""").param("rows", json.writeValueAsString(rows)).update();
    }

    private static Map<String, @Nullable Object> columns(NewAccertamento a) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("number", a.number());
        row.put("year", a.year());
        row.put("fiscal_year", a.fiscalYear());
        row.put("act_kind", a.act().kind());
        row.put("act_number", a.act().number());
        row.put("act_date", a.act().date().toString());
        row.put("beneficiary_id", a.beneficiary().value());
        row.put("beneficiary_name", a.beneficiaryName());
        row.put("payer_id", a.payer().value());
        row.put("payer_name", a.payerName());
        row.put("object", a.object());
        row.put("chapter", a.chapter());
        row.put("amount", a.amount().value());
        LocalDate due = a.due();
        row.put("due", due == null ? null : due.toString());
        row.put("source", a.source());
        return row;
    }

    void number(AccertamentoId id, int year, String number) {
        jdbc.sql("""
                        update treasury.accertamento set number = :number, year = :year, version = version + 1
                         where id = :id""")
                .param("id", id.value())
                .param("year", year)
                .param("number", number)
                .update();
    }

    void reduce(AccertamentoId id, Euro by, Act act, String reason) {
        jdbc.sql("""
                        insert into treasury.reduction (accertamento_id, amount, act_kind, act_number, act_date, reason)
                        values (:id, :amount, :actKind, :actNumber, :actDate, :reason)""")
                .param("id", id.value())
                .param("amount", by.value())
                .param("actKind", act.kind())
                .param("actNumber", act.number())
                .param("actDate", act.date())
                .param("reason", reason)
                .update();
    }

    List<Reduction> reductions(AccertamentoId id) {
        return jdbc.sql("select * from treasury.reduction where accertamento_id = :id order by id")
                .param("id", id.value())
                .query((row, _) -> new Reduction(
                        Euro.exactly(row.getBigDecimal("amount")),
                        act(row),
                        row.getString("reason"),
                        row.getString("recorded_by"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Long[] numbers(Collection<AccertamentoId> ids) {
        return ids.stream().map(AccertamentoId::value).toArray(Long[]::new);
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getString("act_kind"), row.getString("act_number"), row.getObject("act_date", LocalDate.class));
    }

    private static Accertamento accertamento(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return new Accertamento(
                new AccertamentoId(row.getLong("id")),
                row.getString("number"),
                row.getInt("year"),
                row.getInt("fiscal_year"),
                act(row),
                new OrganizationId(row.getLong("beneficiary_id")),
                row.getString("beneficiary_name"),
                new OrganizationId(row.getLong("payer_id")),
                row.getString("payer_name"),
                row.getString("object"),
                row.getString("chapter"),
                Euro.exactly(row.getBigDecimal("amount")),
                Euro.exactly(row.getBigDecimal("reduced")),
                Euro.exactly(row.getBigDecimal("collected")),
                row.getObject("due", LocalDate.class),
                source == null ? "" : source,
                row.getInt("version"));
    }
}
