// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.OfferingId;
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

/** The costs of a centre. */
@Repository
class CostStore {

    private final JdbcClient jdbc;

    CostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredCost> all() {
        return jdbc.sql("select * from costs.cost order by id")
                .query((row, _) -> read(row))
                .list();
    }

    Optional<StoredCost> find(long id) {
        return jdbc.sql("select * from costs.cost where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Writes a cost, unless the very same is written already. */
    boolean add(Cost cost) {
        return filled(cost, """
                                insert into costs.cost (year, kind, offering_id, description, amount, act)
                                values (:year, :kind, :offering, :description, :amount, :act)
                                on conflict on constraint one_cost do nothing""").update() > 0;
    }

    void change(long id, Cost cost, int version) {
        int changed;
        try {
            changed =
                    filled(cost, """
                            update costs.cost
                               set year = :year, kind = :kind, offering_id = :offering, description = :description,
                                   amount = :amount, act = :act, version = version + 1
                             where id = :id and version = :version""").param("id", id).param("version", version).update();
        } catch (DuplicateKeyException same) {
            throw new Refusal("costs.same");
        }
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Cost " + id + " changed after version " + version);
        }
    }

    void remove(long id) {
        jdbc.sql("delete from costs.cost where id = :id").param("id", id).update();
    }

    private JdbcClient.StatementSpec filled(Cost cost, String sql) {
        return jdbc.sql(sql)
                .param("year", cost.year())
                .param("kind", cost.kind().name())
                .param(
                        "offering",
                        cost.offering() == null ? null : cost.offering().value())
                .param("description", cost.description())
                .param("amount", cost.amount().value())
                .param("act", cost.act());
    }

    private static StoredCost read(ResultSet row) throws SQLException {
        Long offering = row.getObject("offering_id", Long.class);
        return new StoredCost(
                row.getLong("id"),
                new Cost(
                        row.getInt("year"),
                        CostKind.valueOf(row.getString("kind")),
                        offering == null ? null : new OfferingId(offering),
                        row.getString("description"),
                        Euro.exactly(row.getBigDecimal("amount")),
                        row.getString("act")),
                row.getInt("version"));
    }
}
