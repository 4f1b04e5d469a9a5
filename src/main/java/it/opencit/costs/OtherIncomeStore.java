// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The other income of a centre. */
@Repository
class OtherIncomeStore {

    private final JdbcClient jdbc;

    OtherIncomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredIncome> all() {
        return jdbc.sql("select * from costs.other_income order by id")
                .query((row, _) -> read(row))
                .list();
    }

    Optional<StoredIncome> find(long id) {
        return jdbc.sql("select * from costs.other_income where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Writes one, unless the very same is written already. */
    boolean add(OtherIncome income) {
        return filled(income, """
                                insert into costs.other_income (year, source, description, amount, act)
                                values (:year, :source, :description, :amount, :act)
                                on conflict on constraint one_income do nothing""").update() > 0;
    }

    void change(long id, OtherIncome income, int version) {
        int changed;
        try {
            changed = filled(income, """
                            update costs.other_income
                               set year = :year, source = :source, description = :description, amount = :amount, act = :act,
                                   version = version + 1
                             where id = :id and version = :version""")
                    .param("id", id)
                    .param("version", version)
                    .update();
        } catch (DuplicateKeyException same) {
            throw new Refusal("costs.same");
        }
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Income " + id + " changed after version " + version);
        }
    }

    void remove(long id) {
        jdbc.sql("delete from costs.other_income where id = :id")
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec filled(OtherIncome income, String sql) {
        return jdbc.sql(sql)
                .param("year", income.year())
                .param("source", income.source().name())
                .param("description", income.description())
                .param("amount", income.amount().value())
                .param("act", income.act());
    }

    private static StoredIncome read(ResultSet row) throws SQLException {
        return new StoredIncome(
                row.getLong("id"),
                new OtherIncome(
                        row.getInt("year"),
                        IncomeSource.valueOf(row.getString("source")),
                        row.getString("description"),
                        Euro.exactly(row.getBigDecimal("amount")),
                        row.getString("act")),
                row.getInt("version"));
    }
}
