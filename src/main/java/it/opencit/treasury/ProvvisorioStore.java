// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Names the table of provvisori. */
@Repository
@Transactional(readOnly = true)
class ProvvisorioStore {

    private static final String COLUMNS = "select * from treasury.provvisorio ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProvvisorioStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Provvisorio> find(ProvvisorioId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query((row, _) -> provvisorio(row))
                .optional();
    }

    List<Provvisorio> find(Collection<ProvvisorioId> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids) order by id")
                .param("ids", numbers(ids))
                .query((row, _) -> provvisorio(row))
                .list();
    }

    Optional<Provvisorio> numbered(int treasuryYear, long number) {
        return jdbc.sql(COLUMNS + "where treasury_year = :year and number = :number")
                .param("year", treasuryYear)
                .param("number", number)
                .query((row, _) -> provvisorio(row))
                .optional();
    }

    /** Reads and keeps others from changing them until this transaction ends; always in the same order. */
    List<Provvisorio> lock(Collection<ProvvisorioId> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids) order by id for update")
                .param("ids", numbers(ids))
                .query((row, _) -> provvisorio(row))
                .list();
    }

    ProvvisorioId insert(NewProvvisorio p, String organizationName) {
        OrganizationId organization = p.organization();
        return new ProvvisorioId(jdbc.sql("""
                        insert into treasury.provvisorio (treasury_year, number, received_on, payer_name, payer_tax_code,
                               organization_id, organization_name, reason, amount, execution, reference)
                        values (:year, :number, :receivedOn, :payerName, :taxCode, :organization, :organizationName, :reason, :amount,
                                :execution, :reference)
                        returning id""")
                .param("year", p.treasuryYear())
                .param("number", p.number())
                .param("receivedOn", p.receivedOn())
                .param("payerName", p.payerName())
                .param("taxCode", p.payerTaxCode())
                .param("organization", organization == null ? null : organization.value())
                .param("organizationName", organizationName)
                .param("reason", p.reason())
                .param("amount", p.amount().value())
                .param("execution", p.execution())
                .param("reference", p.reference())
                .query(Long.class)
                .single());
    }

    /** What is recorded of some provvisori, by year and number. */
    Map<Key, Provvisorio> recorded(List<NewProvvisorio> some) {
        Map<Key, Provvisorio> recorded = new HashMap<>();
        jdbc.sql("""
                        select p.* from unnest(:years::integer[], :numbers::bigint[]) as k(year, number)
                          join treasury.provvisorio p on p.treasury_year = k.year and p.number = k.number""")
                .param("years", some.stream().map(NewProvvisorio::treasuryYear).toArray(Integer[]::new))
                .param("numbers", some.stream().map(NewProvvisorio::number).toArray(Long[]::new))
                .query(row -> {
                    Provvisorio p = provvisorio(row);
                    recorded.put(new Key(p.treasuryYear(), p.number()), p);
                });
        return recorded;
    }

    /** What the treasurer tells provvisori apart by. */
    record Key(int treasuryYear, long number) {

        static Key of(NewProvvisorio p) {
            return new Key(p.treasuryYear(), p.number());
        }
    }

    /** A provvisorio and what the treasurer says became of it. */
    record Told(NewProvvisorio provvisorio, Euro reversed, Euro regularised) {

        static Told of(NewProvvisorio p) {
            return new Told(p, Euro.ZERO, Euro.ZERO);
        }
    }

    /** Writes many that are not recorded, with the body of each. */
    void insertAll(List<Told> many, Function<@Nullable OrganizationId, String> names) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(many.size());
        for (Told told : many) {
            NewProvvisorio p = told.provvisorio();
            OrganizationId organization = p.organization();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("treasury_year", p.treasuryYear());
            row.put("number", p.number());
            row.put("received_on", p.receivedOn().toString());
            row.put("payer_name", p.payerName());
            row.put("payer_tax_code", p.payerTaxCode());
            row.put("organization_id", organization == null ? null : organization.value());
            row.put("organization_name", names.apply(organization));
            row.put("reason", p.reason());
            row.put("amount", p.amount().value());
            row.put("execution", p.execution());
            row.put("reference", p.reference());
            row.put("reversed", told.reversed().value());
            row.put("regularised", told.regularised().value());
            rows.add(row);
        }
        jdbc.sql("""
                        insert into treasury.provvisorio (treasury_year, number, received_on, payer_name, payer_tax_code,
                               organization_id, organization_name, reason, amount, reversed, regularised, execution,
                               reference)
                        select treasury_year, number, received_on, payer_name, payer_tax_code, organization_id,
                               organization_name, reason, amount, reversed, regularised, execution, reference
                          from jsonb_to_recordset(:rows::jsonb) as r(treasury_year integer, number bigint,
                               received_on date, payer_name text, payer_tax_code text, organization_id bigint,
                               organization_name text, reason text, amount numeric, reversed numeric, regularised numeric,
                               execution text, reference text)""").param("rows", json.writeValueAsString(rows)).update();
    }

    /** Writes what the treasurer sent anew of one that nothing was done with. */
    void rewrite(ProvvisorioId id, NewProvvisorio p, String organizationName) {
        OrganizationId organization = p.organization();
        jdbc.sql("""
                        update treasury.provvisorio
                           set received_on = :receivedOn, payer_name = :payerName, payer_tax_code = :taxCode,
                               organization_id = :organization, organization_name = :organizationName, reason = :reason,
                               amount = :amount, execution = :execution, reference = :reference, version = version + 1
                         where id = :id""")
                .param("id", id.value())
                .param("receivedOn", p.receivedOn())
                .param("payerName", p.payerName())
                .param("taxCode", p.payerTaxCode())
                .param("organization", organization == null ? null : organization.value())
                .param("organizationName", organizationName)
                .param("reason", p.reason())
                .param("amount", p.amount().value())
                .param("execution", p.execution())
                .param("reference", p.reference())
                .update();
    }

    /** Those to regularise, the most urgent first. */
    List<Provvisorio> open(int limit) {
        return jdbc.sql(COLUMNS + "where state in ('OPEN', 'PARTIAL') order by regularise_by, id limit :limit")
                .param("limit", limit)
                .query((row, _) -> provvisorio(row))
                .list();
    }

    /** How many are to be regularised by a day. */
    long openUntil(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from treasury.provvisorio
                         where state in ('OPEN', 'PARTIAL') and regularise_by <= :day""").param("day", day).query(Long.class).single();
    }

    /** How many of the treasurer's year are to be regularised. */
    long openOf(int treasuryYear) {
        return jdbc.sql("""
                        select count(*) from treasury.provvisorio
                         where state in ('OPEN', 'PARTIAL') and treasury_year = :year""").param("year", treasuryYear).query(Long.class).single();
    }

    /** After a provvisorio in the order in which they were recorded; for the API. */
    List<Provvisorio> after(long id, @Nullable Integer treasuryYear, @Nullable ProvvisorioState state, int limit) {
        return jdbc.sql(COLUMNS + """
                         where id > :after and (:year::integer is null or treasury_year = :year)
                           and (:state::text is null or state = :state)
                         order by id limit :limit""")
                .param("after", id)
                .param("year", treasuryYear)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, _) -> provvisorio(row))
                .list();
    }

    void setOrganization(ProvvisorioId id, @Nullable OrganizationId organization, String name) {
        jdbc.sql("""
                        update treasury.provvisorio
                           set organization_id = :organization, organization_name = :name, version = version + 1
                         where id = :id""")
                .param("id", id.value())
                .param("organization", organization == null ? null : organization.value())
                .param("name", name)
                .update();
    }

    void setAside(ProvvisorioId id, @Nullable String why) {
        jdbc.sql("update treasury.provvisorio set set_aside = :why, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("why", why)
                .update();
    }

    private static Long[] numbers(Collection<ProvvisorioId> ids) {
        return ids.stream().map(ProvvisorioId::value).toArray(Long[]::new);
    }

    private static Provvisorio provvisorio(ResultSet row) throws SQLException {
        @Nullable Long organization = row.getObject("organization_id", Long.class);
        return new Provvisorio(
                new ProvvisorioId(row.getLong("id")),
                row.getInt("treasury_year"),
                row.getLong("number"),
                row.getObject("received_on", LocalDate.class),
                row.getString("payer_name"),
                row.getString("payer_tax_code"),
                organization == null ? null : new OrganizationId(organization),
                row.getString("organization_name"),
                row.getString("reason"),
                Euro.exactly(row.getBigDecimal("amount")),
                Euro.exactly(row.getBigDecimal("reversed")),
                Euro.exactly(row.getBigDecimal("regularised")),
                Euro.exactly(row.getBigDecimal("allocated")),
                row.getString("execution"),
                row.getString("reference"),
                row.getString("set_aside"),
                ProvvisorioState.valueOf(row.getString("state")),
                row.getInt("version"));
    }
}
