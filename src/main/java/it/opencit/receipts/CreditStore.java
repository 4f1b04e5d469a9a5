// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of credits: what an adjustment gives back of money already collected. */
@Repository
class CreditStore {

    private final JdbcClient jdbc;

    CreditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<DueLine> lines, Map<Long, Euro> amounts) {
        jdbc.sql("""
                        insert into receipts.credit (line_id, payer_id, amount)
                        select line, payer, amount / 100.0
                          from unnest(:lines::bigint[], :payers::bigint[], :amounts::bigint[]) as credit(line, payer, amount)""")
                .param("lines", lines.stream().map(DueLine::id).toArray(Long[]::new))
                .param(
                        "payers",
                        lines.stream().map(line -> line.payer().value()).toArray(Long[]::new))
                .param(
                        "amounts",
                        lines.stream()
                                .map(line -> Objects.requireNonNull(amounts.get(line.id()))
                                        .cents())
                                .toArray(Long[]::new))
                .update();
    }

    /** The credits of a payer, by line. */
    Map<Long, Euro> of(OrganizationId payer) {
        Map<Long, Euro> credits = new HashMap<>();
        jdbc.sql("select line_id, amount from receipts.credit where payer_id = :payer")
                .param("payer", payer.value())
                .query(row -> {
                    credits.put(row.getLong("line_id"), Euro.exactly(row.getBigDecimal("amount")));
                });
        return credits;
    }

    /** The credits that came from the dues of a year. */
    Euro ofYear(int year) {
        return Euro.exactly(
                jdbc.sql("""
                        select coalesce(sum(c.amount), 0)
                          from receipts.credit c
                          join receipts.due_line l on l.centre_id = c.centre_id and l.id = c.line_id
                          join receipts.dues_run r on r.centre_id = l.centre_id and r.id = l.run_id
                         where r.year = :year""").param("year", year).query(BigDecimal.class).single());
    }
}
