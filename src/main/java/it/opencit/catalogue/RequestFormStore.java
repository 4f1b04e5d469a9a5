// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.forms.FormField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The request forms of the services, version by version. */
@Repository
class RequestFormStore {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String SELECT = """
            select version, fields::text as fields, written_by, written_at
              from catalogue.request_form
             where offering_id = :offering
            """;

    private final JdbcClient jdbc;

    RequestFormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version with who wrote it. */
    record Written(RequestForm form, String by, Instant at) {}

    /** Every version, the latest first. */
    List<Written> all(OfferingId offering) {
        return jdbc.sql(SELECT + " order by version desc")
                .param("offering", offering.value())
                .query((row, _) -> written(row))
                .list();
    }

    Optional<RequestForm> latest(OfferingId offering) {
        return jdbc.sql(SELECT + " order by version desc limit 1")
                .param("offering", offering.value())
                .query((row, _) -> written(row).form())
                .optional();
    }

    Optional<RequestForm> find(OfferingId offering, int version) {
        return jdbc.sql(SELECT + " and version = :version")
                .param("offering", offering.value())
                .param("version", version)
                .query((row, _) -> written(row).form())
                .optional();
    }

    /** Adds a version; its number must follow the last one. */
    void add(OfferingId offering, RequestForm form) {
        jdbc.sql("""
                insert into catalogue.request_form (offering_id, version, fields)
                values (:offering, :version, :fields::jsonb)""")
                .param("offering", offering.value())
                .param("version", form.version())
                .param("fields", MAPPER.writeValueAsString(form.fields()))
                .update();
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                new RequestForm(
                        row.getInt("version"), List.of(MAPPER.readValue(row.getString("fields"), FormField[].class))),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
