// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of the people of the bodies. */
@Repository
class BodyPersonStore {

    /** A person as stored. */
    record Stored(long id, BodyPerson person, int version) {}

    private static final String COLUMNS =
            "select id, role, name, email, phone, office, term_from, term_to, version from organizations.person";

    private final JdbcClient jdbc;

    BodyPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The people of a body: those in office first, the latest term before the others. */
    List<Stored> of(OrganizationId organization) {
        return jdbc.sql(
                        COLUMNS
                                + " where organization_id = :organization order by term_to desc nulls first, term_from desc, id")
                .param("organization", organization.value())
                .query(BodyPersonStore::stored)
                .list();
    }

    /** The people of some bodies: those in office first. */
    List<KnownPerson> of(Collection<OrganizationId> bodies) {
        return jdbc.sql("""
                        select organization_id, id, role, name, email, phone, office, term_from, term_to, version
                          from organizations.person
                         where organization_id = any (:bodies)
                         order by organization_id, term_to desc nulls first, term_from desc, id""")
                .param("bodies", bodies.stream().map(OrganizationId::value).toArray(Long[]::new))
                .query((row, number) -> {
                    Stored stored = stored(row, number);
                    return new KnownPerson(
                            new OrganizationId(row.getLong("organization_id")),
                            stored.id(),
                            stored.person(),
                            stored.version());
                })
                .list();
    }

    /** The bodies for which somebody writes from an address on a day: a person in office, or the body's own PEC. */
    List<Correspondent> correspondents(String address, LocalDate day) {
        return jdbc.sql("""
                        select organization_id, name from organizations.person
                         where lower(email) = :address and term_from <= :day and (term_to is null or term_to >= :day)
                        union
                        select id, '' from organizations.organization where lower(digital_domicile) = :address
                         order by 1, 2 desc""")
                .param("address", address)
                .param("day", day)
                .query((row, _) ->
                        new Correspondent(new OrganizationId(row.getLong("organization_id")), row.getString("name")))
                .list();
    }

    Optional<Stored> find(OrganizationId organization, long id) {
        return jdbc.sql(COLUMNS + " where organization_id = :organization and id = :id")
                .param("organization", organization.value())
                .param("id", id)
                .query(BodyPersonStore::stored)
                .optional();
    }

    long insert(OrganizationId organization, BodyPerson person) {
        return jdbc.sql("""
                        insert into organizations.person (organization_id, role, name, email, phone, office, term_from, term_to)
                        values (:organization, :role, :name, :email, :phone, :office, :from, :to) returning id""")
                .paramSource(row(organization, person))
                .query(Long.class)
                .single();
    }

    void update(OrganizationId organization, long id, BodyPerson person, int version) {
        int saved = jdbc.sql("""
                        update organizations.person
                           set role = :role, name = :name, email = :email, phone = :phone, office = :office,
                               term_from = :from, term_to = :to, version = version + 1
                         where organization_id = :organization and id = :id and version = :version""")
                .paramSource(row(organization, person).addValue("id", id).addValue("version", version))
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Person " + id + " changed after version " + version);
        }
    }

    private static MapSqlParameterSource row(OrganizationId organization, BodyPerson person) {
        return new MapSqlParameterSource()
                .addValue("organization", organization.value())
                .addValue("role", person.role().name())
                .addValue("name", person.name())
                .addValue("email", person.email())
                .addValue("phone", person.phone())
                .addValue("office", person.office())
                .addValue("from", person.term().from())
                .addValue("to", person.term().to());
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("id"),
                new BodyPerson(
                        PersonRole.valueOf(row.getString("role")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("office"),
                        new Period(
                                row.getObject("term_from", LocalDate.class),
                                row.getObject("term_to", LocalDate.class))),
                row.getInt("version"));
    }
}
