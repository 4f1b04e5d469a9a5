// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Names the tables of accertamenti and of their reductions. */
@Repository
@Transactional(readOnly = true)
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

    /** Those without a number, in the order in which they were recorded. */
    List<Accertamento> unnumbered(int year, int limit) {
        return jdbc.sql(COLUMNS + "where year = :year and number is null order by act_date, id limit :limit")
                .param("year", year)
                .param("limit", limit)
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** All years from the last to the first of the budgets; empty where there is nothing. */
    List<Integer> fiscalYears() {
        return jdbc.sql("select min(fiscal_year) as first, max(fiscal_year) as last from treasury.accertamento")
                .query((row, _) -> row.getObject("first") == null
                        ? List.<Integer>of()
                        : IntStream.rangeClosed(row.getInt("first"), row.getInt("last"))
                                .boxed()
                                .toList()
                                .reversed())
                .single();
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

    /** Those still to be collected that some bodies pay, the oldest year first. */
    List<Accertamento> openOf(Collection<OrganizationId> payers, int limit) {
        return jdbc.sql(COLUMNS + """
                         where state = 'ASSESSED' and payer_id = any(:payers)
                         order by fiscal_year, due, id limit :limit""")
                .param("payers", payers.stream().map(OrganizationId::value).toArray(Long[]::new))
                .param("limit", limit)
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** Those still to be collected whose bodies, object or number hold every word, the oldest year first. */
    List<Accertamento> openLike(String words, int limit) {
        return jdbc.sql(COLUMNS + """
                         where state = 'ASSESSED'
                           and not exists (
                               select from regexp_split_to_table(opencit.plain(:words), '\\s+') as word
                                where position(word in payer_plain || ' ' || beneficiary_plain || ' ' || object_plain
                                               || ' ' || coalesce(number || '/' || year, '')) = 0)
                         order by fiscal_year, due, id limit :limit""")
                .param("words", words)
                .param("limit", limit)
                .query((row, _) -> accertamento(row))
                .list();
    }

    /**
     * What a program asks for; {@code null} for any.
     *
     * @param body beneficiary or payer
     * @param words that bodies or object hold, all of them
     */
    record Wanted(
            @Nullable Integer fiscalYear,
            @Nullable AccertamentoState state,
            @Nullable OrganizationId body,
            @Nullable OrganizationId payer,
            String words) {}

    /** Those wanted after one, in the order in which they were recorded. */
    List<Accertamento> after(long id, Wanted wanted, int limit) {
        var sql = new StringBuilder(COLUMNS).append("where id > :after");
        Map<String, Object> values = new HashMap<>();
        values.put("after", id);
        values.put("limit", limit);
        Integer year = wanted.fiscalYear();
        if (year != null) {
            sql.append(" and fiscal_year = :year");
            values.put("year", year);
        }
        AccertamentoState state = wanted.state();
        if (state != null) {
            sql.append(" and state = :state");
            values.put("state", state.name());
        }
        OrganizationId body = wanted.body();
        if (body != null) {
            sql.append(" and (beneficiary_id = :body or payer_id = :body)");
            values.put("body", body.value());
        }
        OrganizationId payer = wanted.payer();
        if (payer != null) {
            sql.append(" and payer_id = :payer");
            values.put("payer", payer.value());
        }
        if (!wanted.words().isBlank()) {
            sql.append(' ').append("""
                     and not exists (
                         select from regexp_split_to_table(opencit.plain(:words), '\\s+') as word
                          where position(word in payer_plain || ' ' || beneficiary_plain || ' ' || object_plain) = 0)""");
            values.put("words", wanted.words().strip());
        }
        return jdbc.sql(sql.append(" order by id limit :limit").toString())
                .params(values)
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

    void refer(AccertamentoId id, String reference) {
        jdbc.sql("""
                        insert into treasury.payment_reference (accertamento_id, reference) values (:id, :reference)
                        on conflict do nothing""").param("id", id.value()).param("reference", reference).update();
    }

    /** What payments may quote of some accertamenti. */
    Map<AccertamentoId, Set<String>> references(Collection<AccertamentoId> ids) {
        Map<AccertamentoId, Set<String>> references = new HashMap<>();
        jdbc.sql("select accertamento_id, reference from treasury.payment_reference where accertamento_id = any(:ids)")
                .param("ids", numbers(ids))
                .query(row -> {
                    references
                            .computeIfAbsent(new AccertamentoId(row.getLong("accertamento_id")), _ -> new HashSet<>())
                            .add(row.getString("reference"));
                });
        return references;
    }

    /** Those still to be collected that payments may mean: by who pays or is served, residual, number or reference. */
    List<Accertamento> meant(Meant meant, int limit) {
        return jdbc.sql(COLUMNS + """
                         where state = 'ASSESSED' and id in (
                               select id from treasury.accertamento where state = 'ASSESSED' and payer_id = any(:bodies)
                               union select id from treasury.accertamento where state = 'ASSESSED' and beneficiary_id = any(:bodies)
                               union select id from treasury.accertamento where state = 'ASSESSED' and residual_cents = any(:cents)
                               union select id from treasury.accertamento where state = 'ASSESSED' and number = any(:numbers)
                               union select accertamento_id from treasury.payment_reference where reference = any(:references))
                         order by fiscal_year, due, id limit :limit""")
                .param(
                        "bodies",
                        meant.bodies().stream().map(OrganizationId::value).toArray(Long[]::new))
                .param("cents", meant.amounts().stream().map(Euro::cents).toArray(Long[]::new))
                .param("numbers", meant.numbers().toArray(new String[0]))
                .param("references", meant.references().toArray(new String[0]))
                .param("limit", limit)
                .query((row, _) -> accertamento(row))
                .list();
    }

    /** What some payments say of what they pay. */
    record Meant(Set<OrganizationId> bodies, Set<Euro> amounts, Set<String> numbers, Set<String> references) {}

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
