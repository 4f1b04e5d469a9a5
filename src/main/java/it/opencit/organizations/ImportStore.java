// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.organizations.StoredBody.FigureKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Names the tables of imports, and writes thousands of bodies in a few statements. */
@Repository
class ImportStore {

    /**
     * An import as asked.
     *
     * @param provinces abbreviations of those wanted; empty for all
     * @param counts new, changed, unchanged, refused; {@code null} until it is applied
     */
    record Import(
            long id,
            ImportSource source,
            String fileName,
            Set<String> provinces,
            Instant uploadedAt,
            String uploadedBy,
            @Nullable Instant appliedAt,
            @Nullable Counts counts) {}

    record Counts(int created, int changed, int unchanged, int refused) {}

    /** What an import did to a body, and when. */
    record Outcome(ImportSource source, Instant at, String by, String outcome) {}

    /** Bodies as rows of JSON: what the statements below take apart. */
    private static final String ROWS = """
            jsonb_to_recordset(:rows::jsonb) as r(organization_id bigint, version integer, kind text, name text,
                istat_code text, cadastral_code text, ipa_code text, tax_code text, province_code text,
                seat_municipality text, seat_province text, website text, outcome text)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes other imports of the centre wait until this transaction ends. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organizations.import'), opencit.current_centre()::integer)")
                .query(row -> {});
    }

    long insert(
            ImportSource source,
            String fileName,
            byte @Nullable [] file,
            Set<String> provinces,
            Map<Integer, String> shown,
            Instant now) {
        long id = jdbc.sql("""
                        insert into organizations.import (source, file_name, provinces, uploaded_at)
                        values (:source, :fileName, :provinces::text[], :now) returning id""")
                .param("source", source.name())
                .param("fileName", fileName)
                .param("provinces", provinces.toArray(new String[0]))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        jdbc.sql("insert into organizations.import_content (id, file, shown) values (:id, :file, :shown)")
                .param("id", id)
                .param("file", file == null ? null : Compressed.pack(file))
                .param("shown", Compressed.pack(json.writeValueAsBytes(shown)))
                .update();
        return id;
    }

    Optional<Import> find(long id) {
        return jdbc.sql("select * from organizations.import where id = :id")
                .param("id", id)
                .query(ImportStore::request)
                .optional();
    }

    List<Import> latest(int limit) {
        return jdbc.sql("select * from organizations.import order by id desc limit :limit")
                .param("limit", limit)
                .query(ImportStore::request)
                .list();
    }

    /** The uploaded file; {@code null} for the one shipped with the program. */
    byte @Nullable [] file(long id) {
        byte[] packed = content(id, "file");
        return packed == null ? null : Compressed.unpack(packed);
    }

    /** The outcomes shown in the preview, by row. */
    Map<Integer, String> shown(long id) {
        byte[] packed = content(id, "shown");
        return packed == null
                ? Map.of()
                : json.readValue(Compressed.unpack(packed), new TypeReference<TreeMap<Integer, String>>() {});
    }

    private byte @Nullable [] content(long id, String column) {
        return jdbc.sql("select " + column + " from organizations.import_content where id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(bytes -> bytes)
                .orElse(null);
    }

    /** Every body of the centre, as an import compares it. */
    List<StoredBody> bodies(Map<OrganizationId, List<Figure>> figures) {
        return jdbc.sql("""
                        select id, kind, version, name, istat_code, cadastral_code, ipa_code, tax_code, province_code,
                               seat_municipality, seat_province, website
                          from organizations.organization order by id""").query((row, _) -> body(row, figures)).list();
    }

    private static StoredBody body(ResultSet row, Map<OrganizationId, List<Figure>> figures) throws SQLException {
        Map<BodyField, String> fields = new EnumMap<>(BodyField.class);
        for (BodyField field : BodyField.values()) {
            String text = row.getString(column(field));
            if (text != null && !text.isEmpty()) {
                fields.put(field, text);
            }
        }
        var id = new OrganizationId(row.getLong("id"));
        Map<FigureKey, BigDecimal> values = new HashMap<>();
        for (Figure figure : figures.getOrDefault(id, List.of())) {
            values.put(new FigureKey(figure.kind(), figure.date()), figure.value());
        }
        return new StoredBody(
                id, OrganizationKind.valueOf(row.getString("kind")), row.getInt("version"), fields, values);
    }

    /** Writes new bodies; returns their identifiers by row of the file. */
    Map<Integer, OrganizationId> insertAll(List<PlannedRow.New> bodies) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PlannedRow.New planned : bodies) {
            Map<String, Object> row = columns(planned.body().suggests());
            row.putAll(columns(planned.body().states()));
            row.put("kind", planned.body().kind().name());
            rows.add(row);
        }
        Map<String, OrganizationId> byCode = new HashMap<>();
        jdbc.sql("""
                        insert into organizations.organization (kind, name, istat_code, cadastral_code, ipa_code, tax_code,
                               province_code, seat_municipality, seat_province, website)
                        select kind, name, istat_code, cadastral_code, ipa_code, tax_code, coalesce(province_code, ''),
                               coalesce(seat_municipality, ''), coalesce(seat_province, ''), coalesce(website, '')
                          from """ + " " + ROWS + " returning id, coalesce(cadastral_code, lower(ipa_code)) as code")
                .param("rows", json.writeValueAsString(rows))
                .query(row -> {
                    byCode.put(row.getString("code"), new OrganizationId(row.getLong("id")));
                });
        Map<Integer, OrganizationId> byRow = new HashMap<>();
        for (PlannedRow.New planned : bodies) {
            String cadastral = planned.body().get(BodyField.CADASTRAL_CODE);
            String ipa = planned.body().get(BodyField.IPA_CODE);
            String code = cadastral != null ? cadastral : ipa == null ? "" : ipa.toLowerCase(Locale.ROOT);
            OrganizationId id = byCode.get(code);
            if (id != null) {
                byRow.put(planned.row(), id);
            }
        }
        return byRow;
    }

    /**
     * Forgets how this connection checks foreign keys. A way chosen when the centre had ten bodies reads them all for each
     * row, and thousands of rows that refer to thousands of bodies would take minutes.
     */
    void forgetPlans() {
        jdbc.sql("discard plans").update();
    }

    /** Writes changed texts; returns how many bodies were still as they were read. */
    int updateAll(List<PlannedRow.Changed> bodies) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PlannedRow.Changed planned : bodies) {
            if (!planned.fields().isEmpty()) {
                Map<String, Object> row = columns(planned.fields());
                row.put("organization_id", planned.stored().id().value());
                row.put("version", planned.stored().version());
                rows.add(row);
            }
        }
        return jdbc.sql("""
                        update organizations.organization o
                           set name = coalesce(r.name, o.name),
                               istat_code = coalesce(r.istat_code, o.istat_code),
                               cadastral_code = coalesce(r.cadastral_code, o.cadastral_code),
                               ipa_code = coalesce(r.ipa_code, o.ipa_code),
                               tax_code = coalesce(r.tax_code, o.tax_code),
                               province_code = coalesce(r.province_code, o.province_code),
                               seat_municipality = coalesce(r.seat_municipality, o.seat_municipality),
                               seat_province = coalesce(r.seat_province, o.seat_province),
                               website = coalesce(r.website, o.website),
                               version = o.version + 1
                          from """ + " " + ROWS + " where o.id = r.organization_id and o.version = r.version")
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    void insertOutcomes(long id, Map<OrganizationId, String> outcomes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        outcomes.forEach((organization, outcome) ->
                rows.add(Map.of("organization_id", organization.value(), "outcome", outcome)));
        jdbc.sql("insert into organizations.import_outcome (import_id, organization_id, outcome)"
                        + " select :id, r.organization_id, r.outcome from " + ROWS)
                .param("id", id)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    List<Outcome> outcomesOf(OrganizationId organization) {
        return jdbc.sql("""
                        select i.source, i.applied_at, i.applied_by, o.outcome
                          from organizations.import_outcome o
                          join organizations.import i on i.centre_id = o.centre_id and i.id = o.import_id
                         where o.organization_id = :organization
                         order by i.applied_at desc""")
                .param("organization", organization.value())
                .query((row, _) -> new Outcome(
                        ImportSource.valueOf(row.getString("source")),
                        row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                        row.getString("applied_by"),
                        row.getString("outcome")))
                .list();
    }

    void markApplied(long id, ImportPlan plan, Instant now) {
        jdbc.sql("""
                        update organizations.import
                           set applied_at = :now, applied_by = opencit.current_actor(), created = :created,
                               changed = :changed, unchanged = :unchanged, refused = :refused
                         where id = :id""")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("created", plan.rows(PlannedRow.New.class).size())
                .param("changed", plan.rows(PlannedRow.Changed.class).size())
                .param("unchanged", plan.rows(PlannedRow.Unchanged.class).size())
                .param("refused", plan.rows(PlannedRow.Refused.class).size())
                .update();
    }

    private static Map<String, Object> columns(Map<BodyField, String> fields) {
        Map<String, Object> columns = new LinkedHashMap<>();
        fields.forEach((field, text) -> columns.put(column(field), text));
        return columns;
    }

    private static String column(BodyField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static Import request(ResultSet row, int number) throws SQLException {
        OffsetDateTime applied = row.getObject("applied_at", OffsetDateTime.class);
        return new Import(
                row.getLong("id"),
                ImportSource.valueOf(row.getString("source")),
                row.getString("file_name"),
                new TreeSet<>(List.of((String[]) row.getArray("provinces").getArray())),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"),
                applied == null ? null : applied.toInstant(),
                applied == null
                        ? null
                        : new Counts(
                                row.getInt("created"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("refused")));
    }
}
