// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided of suppliers at the help desk. */
@Repository
class SupplierDeskStore {

    record Row(boolean offered, List<String> addresses, int version) {}

    private final JdbcClient jdbc;

    SupplierDeskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number of the supplier; those of whom nothing was decided are not there. */
    Map<Long, Row> all() {
        Map<Long, Row> rows = new HashMap<>();
        jdbc.sql("select id, offered, addresses, version from tickets.supplier_desk")
                .query((row, _) -> rows.put(
                        row.getLong("id"),
                        new Row(
                                row.getBoolean("offered"),
                                Arrays.asList(
                                        (String[]) row.getArray("addresses").getArray()),
                                row.getInt("version"))))
                .list();
        return rows;
    }

    void keep(SupplierId id, boolean offered, List<String> addresses, int seen) {
        int saved = jdbc.sql("""
                        insert into tickets.supplier_desk as d (id, offered, addresses, version)
                        select :id, :offered, cast(:addresses as text[]), 1
                         where :seen = 0 or exists (select from tickets.supplier_desk e where e.id = :id)
                        on conflict (centre_id, id) do update
                           set offered = excluded.offered, addresses = excluded.addresses, version = d.version + 1
                         where d.version = :seen""")
                .param("id", id.value())
                .param("offered", offered)
                .param("addresses", addresses.toArray(String[]::new))
                .param("seen", seen)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Supplier " + id + " changed after version " + seen);
        }
    }
}
