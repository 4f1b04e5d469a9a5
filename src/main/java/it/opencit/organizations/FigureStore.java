// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Names the tables of dated figures and of their kinds. */
@Repository
class FigureStore {

    /** A figure with the story of its recording; {@code supersededAt} is {@code null} for the one that holds. */
    record Recorded(
            Figure figure,
            Instant recordedAt,
            String recordedBy,
            @Nullable Instant supersededAt,
            @Nullable String supersededBy) {}

    private static final String CURRENT = """
            select organization_id, kind, reference_date, value, source, mark
              from organizations.figure
             where superseded_at is null""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FigureStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<OrganizationId, List<Figure>> all() {
        return grouped(jdbc.sql(CURRENT + " order by organization_id, kind, reference_date"));
    }

    Map<OrganizationId, List<Figure>> of(Collection<OrganizationId> ids) {
        return grouped(
                jdbc.sql(CURRENT + " and organization_id = any(:ids) order by organization_id, kind, reference_date")
                        .param("ids", ids.stream().map(OrganizationId::value).toArray(Long[]::new)));
    }

    Optional<Figure> current(OrganizationId id, String kind, LocalDate date) {
        return jdbc.sql(CURRENT + " and organization_id = :id and kind = :kind and reference_date = :date")
                .param("id", id.value())
                .param("kind", kind)
                .param("date", date)
                .query(FigureStore::figure)
                .optional();
    }

    /** Every figure ever recorded for a body, latest day first, the one that holds before those it took the place of. */
    List<Recorded> history(OrganizationId id) {
        return jdbc.sql("""
                        select kind, reference_date, value, source, mark, recorded_at, recorded_by, superseded_at, superseded_by
                          from organizations.figure
                         where organization_id = :id
                         order by reference_date desc, kind, superseded_at desc nulls first, id desc""")
                .param("id", id.value())
                .query((row, number) -> new Recorded(
                        figure(row, number),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        moment(row, "superseded_at"),
                        row.getString("superseded_by")))
                .list();
    }

    /** Keeps the figure that holds on a day as superseded. */
    void supersede(OrganizationId id, String kind, LocalDate date, Instant now) {
        jdbc.sql("""
                        update organizations.figure
                           set superseded_at = :now, superseded_by = opencit.current_actor()
                         where organization_id = :id and kind = :kind and reference_date = :date and superseded_at is null""")
                .param("id", id.value())
                .param("kind", kind)
                .param("date", date)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void insert(OrganizationId id, Figure figure, Instant now) {
        jdbc.sql("""
                        insert into organizations.figure (organization_id, kind, reference_date, value, source, mark, recorded_at)
                        values (:id, :kind, :date, :value, :source, :mark, :now)""")
                .param("id", id.value())
                .param("kind", figure.kind())
                .param("date", figure.date())
                .param("value", figure.value())
                .param("source", figure.source())
                .param("mark", figure.mark())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Makes each figure the one that holds on its day; those of another value or source are kept as superseded. */
    void putAll(Map<OrganizationId, List<Figure>> figures, Instant now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        figures.forEach((id, some) -> some.forEach(figure -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("organization_id", id.value());
            row.put("kind", figure.kind());
            row.put("reference_date", figure.date().toString());
            row.put("value", figure.value());
            row.put("source", figure.source());
            row.put("mark", figure.mark());
            rows.add(row);
        }));
        String text = json.writeValueAsString(rows);
        jdbc.sql("""
                        update organizations.figure f
                           set superseded_at = :now, superseded_by = opencit.current_actor()
                          from jsonb_to_recordset(:rows::jsonb) as r(organization_id bigint, kind text, reference_date date,
                                    value numeric, source text, mark text)
                         where f.organization_id = r.organization_id and f.kind = r.kind
                           and f.reference_date = r.reference_date and f.superseded_at is null
                           and (f.value, f.source, f.mark) is distinct from (r.value, r.source, r.mark)""")
                .param("rows", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into organizations.figure (organization_id, kind, reference_date, value, source, mark, recorded_at)
                        select r.organization_id, r.kind, r.reference_date, r.value, r.source, r.mark, :now
                          from jsonb_to_recordset(:rows::jsonb) as r(organization_id bigint, kind text, reference_date date,
                                    value numeric, source text, mark text)
                        on conflict (centre_id, organization_id, kind, reference_date) where superseded_at is null do nothing""")
                .param("rows", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<FigureKind> kinds() {
        return jdbc.sql("select code, label, unit from organizations.figure_kind order by id")
                .query(FigureKind.class)
                .list();
    }

    /** Writes a kind; where the centre has one of that code, it stays as it is and the answer is false. */
    boolean insertOnce(FigureKind kind) {
        return jdbc.sql("""
                                insert into organizations.figure_kind (code, label, unit) values (:code, :label, :unit)
                                on conflict (centre_id, code) do nothing""").paramSource(kind).update() == 1;
    }

    private static Map<OrganizationId, List<Figure>> grouped(JdbcClient.StatementSpec statement) {
        Map<OrganizationId, List<Figure>> figures = new LinkedHashMap<>();
        statement.query(row -> {
            figures.computeIfAbsent(new OrganizationId(row.getLong("organization_id")), _ -> new ArrayList<>())
                    .add(figure(row, 0));
        });
        return figures;
    }

    private static Figure figure(ResultSet row, int number) throws SQLException {
        return new Figure(
                row.getString("kind"),
                row.getObject("reference_date", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getString("mark"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
