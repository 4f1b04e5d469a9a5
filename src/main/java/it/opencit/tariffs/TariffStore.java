// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.tariffs.TariffVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one class that names the table of tariff versions. */
@Repository
class TariffStore {

    private static final String COLUMNS = """
            select id, code, title, valid_from, valid_to, state, act_kind, act_body, act_number, act_date, act_text,
                   body::text as body, derived_from, created_by, created_at, changed_by, changed_at, version
              from tariffs.tariff_version
            """;

    private final JdbcClient jdbc;

    TariffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TariffVersion> byId(long id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(TariffStore::version)
                .optional();
    }

    /** Every version in force, past and future ones included, code by code, oldest first. */
    List<TariffVersion> inForce() {
        return jdbc.sql(COLUMNS + " where state = 'IN_FORCE' order by code, valid_from")
                .query(TariffStore::version)
                .list();
    }

    List<TariffVersion> all() {
        return jdbc.sql(COLUMNS + " order by code, valid_from, id")
                .query(TariffStore::version)
                .list();
    }

    /** The versions of a code, newest first. */
    List<TariffVersion> history(String code) {
        return jdbc.sql(COLUMNS + " where code = :code order by valid_from desc, id desc")
                .param("code", code)
                .query(TariffStore::version)
                .list();
    }

    /** The last version in force on some day of a period. */
    Optional<TariffVersion> inForce(String code, LocalDate from, LocalDate to) {
        return jdbc.sql(COLUMNS + """
                         where code = :code and state = 'IN_FORCE'
                           and daterange(valid_from, valid_to, '[]') && daterange(:from, :to, '[]')
                         order by valid_from desc
                         limit 1""")
                .param("code", code)
                .param("from", from)
                .param("to", to)
                .query(TariffStore::version)
                .optional();
    }

    long countOf(State state) {
        return jdbc.sql("select count(*) from tariffs.tariff_version where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    long insert(Tariff tariff, State state, @Nullable String derivedFrom) {
        return with(jdbc.sql("""
                        insert into tariffs.tariff_version (code, title, valid_from, valid_to, state, act_kind, act_body,
                               act_number, act_date, act_text, body, derived_from)
                        values (:code, :title, :validFrom, :validTo, :state, :actKind, :actBody,
                               :actNumber, :actDate, :actText, :body::jsonb, :derivedFrom)
                        returning id"""), tariff)
                .param("state", state.name())
                .param("derivedFrom", derivedFrom)
                .query(Long.class)
                .single();
    }

    /** Saves a draft, or puts it in force, unless someone else changed it after it was read. */
    void update(long id, Tariff tariff, State state, int version) {
        int saved = with(jdbc.sql("""
                        update tariffs.tariff_version
                           set code = :code, title = :title, valid_from = :validFrom, valid_to = :validTo, state = :state,
                               act_kind = :actKind, act_body = :actBody, act_number = :actNumber, act_date = :actDate,
                               act_text = :actText, body = :body::jsonb, changed_by = opencit.current_actor(),
                               changed_at = now(), version = version + 1
                         where id = :id and version = :version and state = 'DRAFT'"""), tariff)
                .param("state", state.name())
                .param("id", id)
                .param("version", version)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Tariff version " + id + " changed after version " + version);
        }
    }

    /** Ends a version in force, because another follows it. */
    void close(long id, LocalDate lastDay) {
        jdbc.sql("""
                        update tariffs.tariff_version
                           set valid_to = :lastDay, changed_by = opencit.current_actor(), changed_at = now(),
                               version = version + 1
                         where id = :id""").param("lastDay", lastDay).param("id", id).update();
    }

    void deleteDraft(long id, int version) {
        int deleted = jdbc.sql(
                        "delete from tariffs.tariff_version where id = :id and version = :version and state = 'DRAFT'")
                .param("id", id)
                .param("version", version)
                .update();
        if (deleted == 0) {
            throw new OptimisticLockingFailureException("Draft " + id + " changed after version " + version);
        }
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Tariff tariff) {
        Act act = tariff.act();
        return statement
                .param("code", tariff.code())
                .param("title", tariff.title())
                .param("validFrom", tariff.validFrom())
                .param("validTo", tariff.validTo())
                .param("actKind", act == null ? null : act.kind())
                .param("actBody", act == null ? null : act.body())
                .param("actNumber", act == null ? null : act.number())
                .param("actDate", act == null ? null : act.date())
                .param("actText", act == null ? null : act.text())
                .param("body", TariffJson.write(tariff));
    }

    private static TariffVersion version(ResultSet row, int number) throws SQLException {
        Tariff body = TariffJson.read(row.getString("body"));
        Tariff tariff = new Tariff(
                row.getString("code"),
                row.getString("title"),
                body.centre(),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                act(row),
                body.figureDates(),
                body.quantities(),
                body.tree(),
                body.vat(),
                body.notes());
        return new TariffVersion(
                row.getLong("id"),
                tariff,
                State.valueOf(row.getString("state")),
                row.getString("derived_from"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Act act(ResultSet row) throws SQLException {
        String kind = row.getString("act_kind");
        String body = row.getString("act_body");
        return kind == null || body == null
                ? null
                : new Act(
                        kind,
                        body,
                        row.getString("act_number"),
                        row.getObject("act_date", LocalDate.class),
                        row.getString("act_text"));
    }
}
