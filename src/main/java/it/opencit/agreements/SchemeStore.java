// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schemes of a centre. */
@Repository
class SchemeStore {

    private static final String SELECT = """
            select id, title, kind, starts_on, ends_on, years, renewal, articles, tariff_code, lead_act, notes, version
              from agreements.scheme
            """;

    private final JdbcClient jdbc;

    SchemeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, the latest period first. */
    List<StoredScheme> all() {
        return jdbc.sql(SELECT + " order by starts_on desc, title")
                .query((row, _) -> scheme(row))
                .list();
    }

    Optional<StoredScheme> find(SchemeId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> scheme(row))
                .optional();
    }

    boolean titleIsTaken(String title, @Nullable SchemeId except) {
        return jdbc.sql("select exists (select from agreements.scheme where title = :title and id <> :except)")
                .param("title", title)
                .param("except", except == null ? 0 : except.value())
                .query(Boolean.class)
                .single();
    }

    SchemeId add(Scheme scheme) {
        return new SchemeId(
                jdbc.sql("""
                insert into agreements.scheme
                       (title, kind, starts_on, ends_on, years, renewal, articles, tariff_code, lead_act, notes)
                values (:title, :kind, :startsOn, :endsOn, :years, :renewal, :articles, :tariffCode, :leadAct, :notes)
                returning id""").params(parameters(scheme)).query(Long.class).single());
    }

    /** Saves the new text, unless someone else changed the scheme after we read it. */
    void save(StoredScheme changed) {
        int saved = jdbc.sql("""
                update agreements.scheme
                   set title = :title, kind = :kind, starts_on = :startsOn, ends_on = :endsOn, years = :years,
                       renewal = :renewal, articles = :articles, tariff_code = :tariffCode, lead_act = :leadAct,
                       notes = :notes, version = version + 1
                 where id = :id and version = :version""")
                .params(parameters(changed.scheme()))
                .param("id", changed.id().value())
                .param("version", changed.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Scheme " + changed.id() + " changed after version " + changed.version());
        }
    }

    private static Map<String, @Nullable Object> parameters(Scheme scheme) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("title", scheme.title());
        parameters.put("kind", scheme.kind().name());
        parameters.put("startsOn", scheme.period().from());
        parameters.put("endsOn", scheme.period().to());
        parameters.put("years", scheme.years());
        parameters.put("renewal", scheme.renewal().name());
        parameters.put("articles", scheme.articles());
        parameters.put("tariffCode", scheme.tariffCode());
        parameters.put("leadAct", scheme.leadAct());
        parameters.put("notes", scheme.notes());
        return parameters;
    }

    private static StoredScheme scheme(ResultSet row) throws SQLException {
        return new StoredScheme(
                new SchemeId(row.getLong("id")),
                new Scheme(
                        row.getString("title"),
                        AgreementKind.valueOf(row.getString("kind")),
                        new Period(
                                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                        row.getObject("years", Integer.class),
                        RenewalMode.valueOf(row.getString("renewal")),
                        row.getString("articles"),
                        row.getString("tariff_code"),
                        row.getString("lead_act"),
                        row.getString("notes")),
                row.getInt("version"));
    }
}
