// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Names the tables of the files that the treasurer sent. */
@Repository
@Transactional(readOnly = true)
class TreasurerImportStore {

    /** What a file is. */
    enum Kind {
        CSV("CSV"),
        JOURNAL("Giornale di cassa");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * An import as asked.
     *
     * @param counts created, changed, unchanged, refused; {@code null} until it is applied
     */
    record Import(
            long id,
            Kind kind,
            String fileName,
            String digest,
            CsvSettings settings,
            Instant uploadedAt,
            String uploadedBy,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy,
            @Nullable Counts counts) {}

    record Counts(int created, int changed, int unchanged, int refused) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TreasurerImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes other imports of the centre wait until this transaction ends. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('treasury.import'), opencit.current_centre()::integer)")
                .query(row -> {});
    }

    long insert(
            Kind kind, String fileName, String digest, List<TreasurerFile> files, CsvSettings settings, Instant now) {
        long id = jdbc.sql("""
                        insert into treasury.import (kind, file_name, digest, settings, uploaded_at)
                        values (:kind, :fileName, :digest, :settings::jsonb, :now) returning id""")
                .param("kind", kind.name())
                .param("fileName", fileName)
                .param("digest", digest)
                .param("settings", json.writeValueAsString(settings.columns()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        int position = 0;
        for (TreasurerFile file : files) {
            jdbc.sql("""
                            insert into treasury.import_file (import_id, position, file_name, content)
                            values (:id, :position, :name, :content)""")
                    .param("id", id)
                    .param("position", position++)
                    .param("name", file.name())
                    .param("content", file.packed())
                    .update();
        }
        return id;
    }

    Optional<Import> find(long id) {
        return jdbc.sql("select * from treasury.import where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The same content, imported before. */
    Optional<Import> appliedTwin(String digest, long except) {
        return jdbc.sql("""
                        select * from treasury.import
                         where digest = :digest and id <> :except and applied_at is not null order by id limit 1""")
                .param("digest", digest)
                .param("except", except)
                .query((row, _) -> read(row))
                .optional();
    }

    List<Import> latest(int limit) {
        return jdbc.sql("select * from treasury.import order by id desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    List<String> fileNames(long id) {
        return jdbc.sql("select file_name from treasury.import_file where import_id = :id order by position")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** One of its files, not compressed. */
    InputStream open(long id, int position) {
        return TreasurerFile.open(
                jdbc.sql("select content from treasury.import_file where import_id = :id and position = :position")
                        .param("id", id)
                        .param("position", position)
                        .query((row, _) -> row.getBytes(1))
                        .single());
    }

    void settings(long id, CsvSettings settings) {
        jdbc.sql("update treasury.import set settings = :settings::jsonb where id = :id and applied_at is null")
                .param("id", id)
                .param("settings", json.writeValueAsString(settings.columns()))
                .update();
    }

    /** The columns of the last CSV imported. */
    CsvSettings remembered() {
        return jdbc.sql("select settings from treasury.csv_settings")
                .query((row, _) -> settings(row))
                .optional()
                .orElse(new CsvSettings(Map.of()));
    }

    void remember(CsvSettings settings) {
        jdbc.sql("""
                        insert into treasury.csv_settings (settings) values (:settings::jsonb)
                        on conflict (centre_id) do update set settings = excluded.settings""")
                .param("settings", json.writeValueAsString(settings.columns()))
                .update();
    }

    void markApplied(long id, ImportOutcome outcome, Instant now) {
        jdbc.sql("""
                        update treasury.import
                           set applied_at = :now, applied_by = opencit.current_actor(), created = :created,
                               changed = :changed, unchanged = :unchanged, refused = :refused
                         where id = :id""")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("created", outcome.created())
                .param("changed", outcome.changed())
                .param("unchanged", outcome.unchanged())
                .param("refused", outcome.refused())
                .update();
    }

    private CsvSettings settings(ResultSet row) throws SQLException {
        Map<CsvField, String> columns = new EnumMap<>(CsvField.class);
        String written = row.getString("settings");
        if (written != null) {
            columns.putAll(json.readValue(written, new TypeReference<Map<CsvField, String>>() {}));
        }
        return new CsvSettings(columns);
    }

    private Import read(ResultSet row) throws SQLException {
        OffsetDateTime applied = row.getObject("applied_at", OffsetDateTime.class);
        return new Import(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("digest"),
                settings(row),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"),
                applied == null ? null : applied.toInstant(),
                row.getString("applied_by"),
                applied == null
                        ? null
                        : new Counts(
                                row.getInt("created"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("refused")));
    }
}
