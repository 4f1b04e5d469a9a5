// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one class that names the tables of persons, roles and failed sign-ins. */
@Repository
class PersonStore {

    record Person(long id, String username, String displayName, String passwordHash, boolean disabled) {}

    record Grant(
            Role role,
            @Nullable Long organizationId,
            @Nullable Long supplierId) {}

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> byUsername(String username) {
        return jdbc.sql(
                        "select id, username, display_name, password_hash, disabled from access.person where username = :username")
                .param("username", username)
                .query(Person.class)
                .optional();
    }

    /** Roles at the current centre: row-level security hides those held elsewhere. */
    List<Grant> grants(long person) {
        return jdbc.sql(
                        "select role, organization_id, supplier_id from access.role_grant where person_id = :person order by id")
                .param("person", person)
                .query((row, _) -> new Grant(
                        Role.valueOf(row.getString("role")),
                        row.getObject("organization_id", Long.class),
                        row.getObject("supplier_id", Long.class)))
                .list();
    }

    /** Persons with a role of the staff at the current centre. */
    List<StaffMember> staff() {
        return jdbc.sql("""
                        select username, display_name, email from access.person p
                         where not disabled
                           and exists (select from access.role_grant g where g.person_id = p.id and g.role not in ('REFERENTE', 'FORNITORE'))
                         order by display_name, username""").query((row, _) -> staffMember(row)).list();
    }

    /** Persons with a role at the current centre. */
    List<StaffMember> staff(Role role) {
        return jdbc.sql("""
                        select username, display_name, email from access.person p
                         where not disabled
                           and exists (select from access.role_grant g where g.person_id = p.id and g.role = :role)
                         order by display_name, username""")
                .param("role", role.name())
                .query((row, _) -> staffMember(row))
                .list();
    }

    /** Persons of a body at the current centre. */
    List<StaffMember> referenti(long organization) {
        return jdbc.sql("""
                        select username, display_name, email from access.person p
                         where not disabled
                           and exists (select from access.role_grant g
                                        where g.person_id = p.id and g.organization_id = :organization)
                         order by display_name, username""")
                .param("organization", organization)
                .query((row, _) -> staffMember(row))
                .list();
    }

    private static StaffMember staffMember(ResultSet row) throws SQLException {
        return new StaffMember(row.getString("username"), row.getString("display_name"), row.getString("email"));
    }

    /** Where a person is written to; "" when it did not say. */
    Optional<String> email(String username) {
        return jdbc.sql("select email from access.person where username = :username and not disabled")
                .param("username", username)
                .query(String.class)
                .optional();
    }

    void changeEmail(long person, String email) {
        jdbc.sql("update access.person set email = :email where id = :person")
                .param("email", email)
                .param("person", person)
                .update();
    }

    /** Whether a person wants one mail a day. */
    boolean daily(String username) {
        return jdbc.sql("select daily from access.person where username = :username")
                .param("username", username)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Those of some addresses where everybody, of those with a role at the current centre, wants one mail a day. */
    List<String> dailyAt(Collection<String> emails) {
        return jdbc.sql("""
                        select p.email
                          from access.person p
                         where p.email = any (:emails) and not p.disabled
                           and exists (select from access.role_grant g where g.person_id = p.id)
                         group by p.email having bool_and(p.daily)""")
                .param("emails", emails.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void changeDaily(long person, boolean daily) {
        jdbc.sql("update access.person set daily = :daily where id = :person")
                .param("daily", daily)
                .param("person", person)
                .update();
    }

    /** Who writes from an address and has a role at the current centre. */
    List<KnownAddress> byEmail(String email) {
        return jdbc.sql("""
                        select distinct p.username, p.display_name, g.organization_id
                          from access.person p join access.role_grant g on g.person_id = p.id
                         where p.email = :email and not p.disabled
                         order by p.username, g.organization_id""")
                .param("email", email)
                .query((row, _) -> new KnownAddress(
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getObject("organization_id", Long.class)))
                .list();
    }

    long insert(String username, String displayName, String passwordHash) {
        return jdbc.sql("""
                        insert into access.person (username, display_name, password_hash)
                        values (:username, :displayName, :passwordHash) returning id""")
                .param("username", username)
                .param("displayName", displayName)
                .param("passwordHash", passwordHash)
                .query(Long.class)
                .single();
    }

    void grant(long person, Role role, @Nullable Long organization, @Nullable Long supplier) {
        jdbc.sql("""
                        insert into access.role_grant (person_id, role, organization_id, supplier_id)
                        values (:person, :role, :organization, :supplier) on conflict do nothing""")
                .param("person", person)
                .param("role", role.name())
                .param("organization", organization)
                .param("supplier", supplier)
                .update();
    }

    int failuresSince(String username, Instant since) {
        return jdbc.sql("select count(*) from access.sign_in_attempt where username = :username and at > :since")
                .param("username", username)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void addFailure(String username, Instant at) {
        jdbc.sql("insert into access.sign_in_attempt (username, at) values (:username, :at)")
                .param("username", username)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetFailures(String username) {
        jdbc.sql("delete from access.sign_in_attempt where username = :username")
                .param("username", username)
                .update();
    }
}
