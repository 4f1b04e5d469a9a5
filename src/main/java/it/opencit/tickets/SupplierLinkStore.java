// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links given to suppliers. */
@Repository
class SupplierLinkStore {

    private final JdbcClient jdbc;

    SupplierLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(TicketNumber ticket, SupplierId supplier, String address, Instant expires) {
        return jdbc.sql("""
                        insert into tickets.supplier_link (ticket_id, supplier_id, address, expires_at)
                        values (:ticket, :supplier, :address, :expires) returning id""")
                .param("ticket", ticket.value())
                .param("supplier", supplier.value())
                .param("address", address)
                .param("expires", TicketStore.at(expires))
                .query(Long.class)
                .single();
    }

    Optional<SupplierLinks.Access> find(long id) {
        return jdbc.sql("""
                        select id, ticket_id, supplier_id, address, expires_at from tickets.supplier_link
                         where id = :id and revoked_at is null""")
                .param("id", id)
                .query((row, _) -> new SupplierLinks.Access(
                        row.getLong("id"),
                        new TicketNumber(row.getLong("ticket_id")),
                        new SupplierId(row.getLong("supplier_id")),
                        row.getString("address"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void revoke(TicketNumber ticket, Instant now) {
        jdbc.sql("update tickets.supplier_link set revoked_at = :now where ticket_id = :ticket and revoked_at is null")
                .param("now", TicketStore.at(now))
                .param("ticket", ticket.value())
                .update();
    }
}
