// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of provvisori. */
@Repository
class ProvvisorioStore {

    private static final String COLUMNS = "select * from treasury.provvisorio ";

    private final JdbcClient jdbc;

    ProvvisorioStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    ProvvisorioId insert(NewProvvisorio p) {
        OrganizationId organization = p.organization();
        return new ProvvisorioId(jdbc.sql("""
                        insert into treasury.provvisorio (treasury_year, number, received_on, payer_name, payer_tax_code,
                               organization_id, reason, amount, execution, reference)
                        values (:year, :number, :receivedOn, :payerName, :taxCode, :organization, :reason, :amount,
                                :execution, :reference)
                        returning id""")
                .param("year", p.treasuryYear())
                .param("number", p.number())
                .param("receivedOn", p.receivedOn())
                .param("payerName", p.payerName())
                .param("taxCode", p.payerTaxCode())
                .param("organization", organization == null ? null : organization.value())
                .param("reason", p.reason())
                .param("amount", p.amount().value())
                .param("execution", p.execution())
                .param("reference", p.reference())
                .query(Long.class)
                .single());
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
