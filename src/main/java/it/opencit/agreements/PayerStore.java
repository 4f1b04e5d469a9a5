// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who pays for whom. */
@Repository
class PayerStore {

    private static final String SELECT = """
            select p.id, a.organization_id as beneficiary_id, p.organization_id, p.percent, p.from_year, p.to_year, p.act
              from agreements.payer p
              join agreements.accession a on a.centre_id = p.centre_id and a.id = p.accession_id
            """;

    private final JdbcClient jdbc;

    PayerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules on an accession; nobody else changes them until the transaction ends. */
    List<StoredPayer> lock(AccessionId accession) {
        jdbc.sql("select id from agreements.accession where id = :id for update")
                .param("id", accession.value())
                .query(Long.class)
                .list();
        return of(accession);
    }

    List<StoredPayer> of(AccessionId accession) {
        return jdbc.sql(SELECT + " where p.accession_id = :accession order by p.from_year, p.id")
                .param("accession", accession.value())
                .query((row, _) -> payer(row))
                .list();
    }

    /** The rules by which a body pays for others. */
    List<StoredPayer> by(OrganizationId payer) {
        return jdbc.sql(SELECT + " where p.organization_id = :payer order by p.from_year, p.id")
                .param("payer", payer.value())
                .query((row, _) -> payer(row))
                .list();
    }

    void add(AccessionId accession, PayerRule rule) {
        jdbc.sql("""
                insert into agreements.payer (accession_id, organization_id, percent, from_year, to_year, act)
                values (:accession, :payer, :percent, :fromYear, :toYear, :act)""")
                .param("accession", accession.value())
                .param("payer", rule.payer().value())
                .param("percent", rule.share().value())
                .param("fromYear", rule.fromYear())
                .param("toYear", rule.toYear())
                .param("act", rule.act())
                .update();
    }

    void remove(AccessionId accession, long id) {
        jdbc.sql("delete from agreements.payer where accession_id = :accession and id = :id")
                .param("accession", accession.value())
                .param("id", id)
                .update();
    }

    static Percentage percentage(BigDecimal percent) {
        BigDecimal plain = percent.stripTrailingZeros();
        return new Percentage(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static StoredPayer payer(ResultSet row) throws SQLException {
        return new StoredPayer(
                row.getLong("id"),
                new OrganizationId(row.getLong("beneficiary_id")),
                new PayerRule(
                        new OrganizationId(row.getLong("organization_id")),
                        percentage(row.getBigDecimal("percent")),
                        row.getInt("from_year"),
                        row.getObject("to_year", Integer.class),
                        row.getString("act")));
    }
}
