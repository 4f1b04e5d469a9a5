// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The approved lines of a year as far as income is counted. */
@Repository
class YearIncomeStore {

    private final JdbcClient jdbc;

    YearIncomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line.
     *
     * @param subscription {@code null} for a quota
     * @param source of its accertamento
     */
    record Line(String title, @Nullable Long subscription, Euro amount, String source) {}

    List<Line> of(int year) {
        return jdbc.sql("""
                        select l.kind, l.title, l.amount, l.key, l.payer_id, r.number
                          from receipts.due_line l
                          join receipts.dues_run r on r.centre_id = l.centre_id and r.id = l.run_id
                         where r.year = :year and r.state = 'APPROVED'
                         order by l.id""")
                .param("year", year)
                .query((row, _) -> {
                    String key = row.getString("key");
                    boolean quota = LineKind.valueOf(row.getString("kind")) == LineKind.QUOTA;
                    return new Line(
                            row.getString("title"),
                            quota ? null : Long.valueOf(key.split(":", 3)[1]),
                            Euro.exactly(row.getBigDecimal("amount")),
                            DueLine.source(
                                    year, row.getInt("number"), key, new OrganizationId(row.getLong("payer_id"))));
                })
                .list();
    }

    /** The years with something approved, the first first. */
    List<Integer> years() {
        return jdbc.sql("select distinct year from receipts.dues_run where state = 'APPROVED' order by year")
                .query(Integer.class)
                .list();
    }
}
