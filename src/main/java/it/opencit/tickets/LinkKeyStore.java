// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The key by which a centre signs its links. */
@Repository
class LinkKeyStore {

    private final JdbcClient jdbc;

    LinkKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> key() {
        return jdbc.sql("select key from tickets.link_key").query(byte[].class).optional();
    }

    /** Keeps the key of a centre, unless another transaction was faster. */
    void keep(byte[] key) {
        jdbc.sql("insert into tickets.link_key (key) values (:key) on conflict do nothing")
                .param("key", key)
                .update();
    }
}
