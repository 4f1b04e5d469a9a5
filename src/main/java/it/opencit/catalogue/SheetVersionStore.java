// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.pages.Italian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every version of every sheet. */
@Repository
class SheetVersionStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String SELECT = """
            select number, texts::text as texts, note, author_name, at
              from catalogue.sheet_version
             where offering_id = :offering
            """;

    private final JdbcClient jdbc;

    SheetVersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SheetVersion version) {
        jdbc.sql("""
                insert into catalogue.sheet_version (offering_id, number, texts, note, author_name, at)
                values (:offering, :number, :texts::jsonb, :note, :author, :at)""")
                .param("offering", version.sheet().offering().value())
                .param("number", version.number())
                .param("texts", JSON.writeValueAsString(SheetTexts.of(version.sheet())))
                .param("note", version.note())
                .param("author", version.author())
                .param("at", version.at().atZone(Italian.ROME).toOffsetDateTime())
                .update();
    }

    Optional<SheetVersion> find(OfferingId offering, int number) {
        return jdbc.sql(SELECT + " and number = :number")
                .param("offering", offering.value())
                .param("number", number)
                .query((row, _) -> version(row, offering))
                .optional();
    }

    /** The latest first. */
    List<SheetVersion> all(OfferingId offering) {
        return jdbc.sql(SELECT + " order by number desc")
                .param("offering", offering.value())
                .query((row, _) -> version(row, offering))
                .list();
    }

    private static SheetVersion version(ResultSet row, OfferingId offering) throws SQLException {
        Map<String, String> texts = JSON.readValue(row.getString("texts"), TEXTS);
        return new SheetVersion(
                row.getInt("number"),
                SheetTexts.sheet(offering, name -> texts.getOrDefault(name, ""), List.of(), 0),
                row.getString("note"),
                row.getString("author_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
