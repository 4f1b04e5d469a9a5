// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members of a year with their payers, in one query. */
@Repository
class ActiveStore {

    private final JdbcClient jdbc;

    ActiveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ActiveAccession> in(Period year) {
        return jdbc.sql("""
                select a.id, a.organization_id, a.scheme_id, s.title, s.tariff_code,
                       lower(a.membership) as first_day, upper(a.membership) - 1 as last_day,
                       p.organization_id as payer_id, p.percent
                  from agreements.accession a
                  join agreements.scheme s on s.centre_id = a.centre_id and s.id = a.scheme_id
                  left join agreements.payer p
                    on p.centre_id = a.centre_id and p.accession_id = a.id
                   and :year between p.from_year and coalesce(p.to_year, :year)
                 where a.membership && daterange(:first, :last, '[]')
                 order by a.organization_id, first_day, a.id, p.id""")
                .param("year", year.from().getYear())
                .param("first", year.from())
                .param("last", year.to())
                .query(ActiveStore::accessions);
    }

    private static List<ActiveAccession> accessions(ResultSet row) throws SQLException {
        Map<Long, ActiveAccession> found = new LinkedHashMap<>();
        while (row.next()) {
            ActiveAccession accession = found.get(row.getLong("id"));
            if (accession == null) {
                accession = accession(row);
                found.put(row.getLong("id"), accession);
            }
            if (row.getObject("payer_id") != null) {
                accession
                        .payers()
                        .add(new PayerShare(
                                new OrganizationId(row.getLong("payer_id")),
                                PayerStore.percentage(row.getBigDecimal("percent"))));
            }
        }
        return List.copyOf(found.values());
    }

    private static ActiveAccession accession(ResultSet row) throws SQLException {
        return new ActiveAccession(
                new AccessionId(row.getLong("id")),
                new OrganizationId(row.getLong("organization_id")),
                new SchemeId(row.getLong("scheme_id")),
                row.getString("title"),
                row.getString("tariff_code"),
                new Period(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                new ArrayList<>());
    }
}
