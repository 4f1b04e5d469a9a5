// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The one class that names the table of comparisons: those that somebody asked to keep. */
@Repository
class ComparisonStore {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ComparisonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A comparison as it was when kept.
     *
     * @param address query of the laboratory that asks the same with the data of today
     */
    record Stored(long id, String name, String address, LaboratoryReport report, String keptBy, Instant keptAt) {}

    static Listing listing() {
        return Listing.named("confronti")
                .from("tariffs.comparison c")
                .key("c.id")
                .column(Column.text("nome", "Nome", "c.name").linkedTo("/gestione/laboratorio/confronti/{key}"))
                .column(Column.year("anno", "Anno", "c.year"))
                .column(Column.text("partenza", "Tariffa di partenza", "c.snapshot ->> 'now'"))
                .column(Column.text("prova", "Tariffa in prova", "c.snapshot ->> 'then'"))
                .column(Column.moment("salvato", "Salvato il", "c.kept_at"))
                .column(Column.text("chi", "Da", "c.kept_by"))
                .filter(Filter.search("Parola", "opencit.plain(c.name) like '%' || opencit.plain(:word) || '%'"))
                .sortedDescendingBy("salvato")
                .whenEmpty(
                        "Nessun confronto salvato. Prova una tariffa, poi salva il confronto in fondo alla pagina.",
                        "Apri il laboratorio",
                        "/gestione/laboratorio");
    }

    long count() {
        return jdbc.sql("select count(*) from tariffs.comparison")
                .query(Long.class)
                .single();
    }

    Optional<Stored> byId(long id) {
        return jdbc.sql("""
                        select id, name, address, snapshot::text as snapshot, kept_by, kept_at
                          from tariffs.comparison
                         where id = :id""").param("id", id).query(ComparisonStore::stored).optional();
    }

    long insert(String name, String address, LaboratoryReport report) {
        return jdbc.sql("""
                        insert into tariffs.comparison (name, address, year, snapshot)
                        values (:name, :address, :year, :snapshot::jsonb)
                        returning id""")
                .param("name", name)
                .param("address", address)
                .param("year", report.year())
                .param("snapshot", MAPPER.writeValueAsString(report))
                .query(Long.class)
                .single();
    }

    void delete(long id) {
        jdbc.sql("delete from tariffs.comparison where id = :id")
                .param("id", id)
                .update();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                MAPPER.readValue(row.getString("snapshot"), LaboratoryReport.class),
                row.getString("kept_by"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}
