// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.treasury.pages.ResidualTotal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sums residuals on a day. */
@Repository
class ResidualStore {

    private final JdbcClient jdbc;

    ResidualStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On 31 December, by fiscal year. */
    @Transactional(readOnly = true)
    public List<ResidualTotal> totals(int year) {
        return jdbc.sql("select fiscal_year, count(*) as number, sum(residual_then) as residual from "
                        + ResidualLists.THEN
                        + " x where residual_then > 0 group by fiscal_year order by fiscal_year")
                .param("year", year)
                .param("day", LocalDate.of(year, 12, 31))
                .query((row, _) -> new ResidualTotal(
                        row.getInt("fiscal_year"), row.getLong("number"), Euro.exactly(row.getBigDecimal("residual"))))
                .list();
    }
}
