// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which Unioni see the tickets of their members, and where their convention says so. */
@Repository
class OverseerStore {

    private final JdbcClient jdbc;

    OverseerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(OrganizationId body) {
        return jdbc.sql("select exists (select from tickets.overseer where organization_id = :body)")
                .param("body", body.value())
                .query(Boolean.class)
                .single();
    }

    Map<OrganizationId, String> all() {
        Map<OrganizationId, String> all = new LinkedHashMap<>();
        jdbc.sql("select organization_id, basis from tickets.overseer order by organization_id")
                .query((row, _) -> all.put(new OrganizationId(row.getLong("organization_id")), row.getString("basis")))
                .list();
        return all;
    }

    void keep(OrganizationId body, String basis, Instant now) {
        jdbc.sql("""
                        insert into tickets.overseer (organization_id, basis, decided_at) values (:body, :basis, :now)
                        on conflict (centre_id, organization_id)
                        do update set basis = excluded.basis, decided_at = excluded.decided_at""")
                .param("body", body.value())
                .param("basis", basis)
                .param("now", TicketStore.at(now))
                .update();
    }

    void remove(OrganizationId body) {
        jdbc.sql("delete from tickets.overseer where organization_id = :body")
                .param("body", body.value())
                .update();
    }
}
