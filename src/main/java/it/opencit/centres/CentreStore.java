// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one class that names the tables of this module. */
@Repository
class CentreStore {

    private static final String COLUMNS = """
            select c.id, coalesce((select min(h.name) from centres.host h where h.centre_id = c.id), 'localhost') as host, c.code, c.name, c.short_name, c.lead_body, c.province_codes, c.primary_colour, c.accent_colour,
                   c.logo is not null as has_logo, c.address, c.phone, c.email, c.pec, c.office_hours, c.privacy_text,
                   c.legal_text, c.accessibility_statement, c.accessibility_feedback, c.changed_at, c.version
              from centres.centre c
            """;

    private final JdbcClient jdbc;

    CentreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Centre> byHost(String host) {
        return jdbc.sql(COLUMNS + " join centres.host h on h.centre_id = c.id where h.name = :host")
                .param("host", host)
                .query(CentreStore::centre)
                .optional();
    }

    Optional<Centre> defaultOne() {
        return jdbc.sql(COLUMNS + " order by c.is_default desc, c.id limit 1")
                .query(CentreStore::centre)
                .optional();
    }

    Optional<Centre> byId(long id) {
        return jdbc.sql(COLUMNS + " where c.id = :id")
                .param("id", id)
                .query(CentreStore::centre)
                .optional();
    }

    List<Centre> all() {
        return jdbc.sql(COLUMNS + " order by c.id").query(CentreStore::centre).list();
    }

    List<String> hosts(long centre) {
        return jdbc.sql("select name from centres.host where centre_id = :centre order by name")
                .param("centre", centre)
                .query(String.class)
                .list();
    }

    long insert(NewCentre centre, boolean isDefault) {
        return jdbc.sql("""
                        insert into centres.centre (code, name, short_name, lead_body, province_codes, primary_colour,
                               accent_colour, address, phone, email, pec, office_hours, privacy_text, legal_text, is_default)
                        values (:code, :name, :shortName, :leadBody, :provinceCodes::text[], :primaryColour,
                               :accentColour, :address, :phone, :email, :pec, :officeHours, :privacyText, :legalText, :isDefault)
                        returning id""")
                .param("code", centre.code())
                .param("name", centre.name())
                .param("shortName", centre.shortName())
                .param("leadBody", centre.leadBody())
                .param("provinceCodes", centre.provinceCodes().toArray(new String[0]))
                .param("primaryColour", centre.primaryColour())
                .param("accentColour", centre.accentColour())
                .param("address", centre.address())
                .param("phone", centre.phone())
                .param("email", centre.email())
                .param("pec", centre.pec())
                .param("officeHours", centre.officeHours())
                .param("privacyText", centre.privacyText())
                .param("legalText", centre.legalText())
                .param("isDefault", isDefault)
                .query(Long.class)
                .single();
    }

    void setCentreOfTransaction(long centre) {
        jdbc.sql("select set_config('opencit.centre', :centre, true)")
                .param("centre", Long.toString(centre))
                .query(String.class)
                .single();
    }

    void addHost(long centre, String host) {
        jdbc.sql("insert into centres.host (name, centre_id) values (:host, :centre)")
                .param("host", host)
                .param("centre", centre)
                .update();
    }

    /** Saves the settings, unless someone else changed them after they were read. */
    void update(long id, CentreSettings settings, int version) {
        int saved = jdbc.sql("""
                        update centres.centre
                           set name = :name, short_name = :shortName, lead_body = :leadBody,
                               primary_colour = :primaryColour, accent_colour = :accentColour, address = :address,
                               phone = :phone, email = :email, pec = :pec, office_hours = :officeHours,
                               privacy_text = :privacyText, legal_text = :legalText,
                               accessibility_statement = :accessibilityStatement,
                               accessibility_feedback = :accessibilityFeedback, changed_at = now(),
                               version = version + 1
                         where id = :id and version = :version""")
                .param("name", settings.name())
                .param("shortName", settings.shortName())
                .param("leadBody", settings.leadBody())
                .param("primaryColour", settings.primaryColour())
                .param("accentColour", settings.accentColour())
                .param("address", settings.address())
                .param("phone", settings.phone())
                .param("email", settings.email())
                .param("pec", settings.pec())
                .param("officeHours", settings.officeHours())
                .param("privacyText", settings.privacyText())
                .param("legalText", settings.legalText())
                .param("accessibilityStatement", settings.accessibilityStatement())
                .param("accessibilityFeedback", settings.accessibilityFeedback())
                .param("id", id)
                .param("version", version)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Centre " + id + " changed after version " + version);
        }
    }

    void updateLogo(long id, Logo logo) {
        jdbc.sql("""
                        update centres.centre
                           set logo = :bytes, logo_type = :type, changed_at = now(), version = version + 1
                         where id = :id""")
                .param("bytes", logo.bytes())
                .param("type", logo.mediaType())
                .param("id", id)
                .update();
    }

    Optional<Logo> logo(long id) {
        return jdbc.sql("select logo, logo_type from centres.centre where id = :id and logo is not null")
                .param("id", id)
                .query((row, _) -> new Logo(row.getBytes("logo"), row.getString("logo_type")))
                .optional();
    }

    private static Centre centre(ResultSet row, int number) throws SQLException {
        Array provinces = row.getArray("province_codes");
        return new Centre(
                row.getLong("id"),
                row.getString("host"),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("lead_body"),
                List.of((String[]) provinces.getArray()),
                row.getString("primary_colour"),
                row.getString("accent_colour"),
                row.getBoolean("has_logo"),
                row.getString("address"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("pec"),
                row.getString("office_hours"),
                row.getString("privacy_text"),
                row.getString("legal_text"),
                row.getString("accessibility_statement"),
                row.getString("accessibility_feedback"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
