// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of consumption. */
@Repository
class ConsumptionImportStore {

    private final JdbcClient jdbc;

    ConsumptionImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(OfferingId offering, String key, String fileName, byte[] content) {
        return jdbc.sql("""
                insert into subscriptions.consumption_import (offering_id, key, file_name, content)
                values (:offering, :key, :fileName, :content)
                returning id""")
                .param("offering", offering.value())
                .param("key", key)
                .param("fileName", fileName)
                .param("content", content)
                .query(Long.class)
                .single();
    }

    /** The file, which nobody else applies until the transaction ends. */
    Optional<ConsumptionImport> lock(long id) {
        return jdbc.sql("select * from subscriptions.consumption_import where id = :id for update")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<ConsumptionImport> find(long id) {
        return jdbc.sql("select * from subscriptions.consumption_import where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The last ones, without their content. */
    List<ConsumptionImport> latest() {
        return jdbc.sql("""
                select id, offering_id, key, file_name, ''::bytea as content, applied_at, outcome, recorded_by, recorded_at
                  from subscriptions.consumption_import
                 order by id desc
                 limit 10""").query((row, _) -> read(row)).list();
    }

    void applied(long id, Instant now, String outcome) {
        jdbc.sql("update subscriptions.consumption_import set applied_at = :now, outcome = :outcome where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    private static ConsumptionImport read(ResultSet row) throws SQLException {
        OffsetDateTime applied = row.getObject("applied_at", OffsetDateTime.class);
        return new ConsumptionImport(
                row.getLong("id"),
                new OfferingId(row.getLong("offering_id")),
                row.getString("key"),
                row.getString("file_name"),
                row.getBytes("content"),
                applied == null ? null : applied.toInstant(),
                row.getString("outcome"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
