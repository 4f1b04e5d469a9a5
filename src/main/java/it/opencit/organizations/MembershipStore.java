// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of who is part of which Unione. */
@Repository
class MembershipStore {

    private static final String COLUMNS = """
            select m.id, m.from_date, m.to_date,
                   a.id as aggregation_id, a.kind as aggregation_kind, a.name as aggregation_name,
                   o.id as member_id, o.kind as member_kind, o.name as member_name
              from organizations.membership m
              join organizations.organization a on a.centre_id = m.centre_id and a.id = m.aggregation_id
              join organizations.organization o on o.centre_id = m.centre_id and o.id = m.member_id
            """;
    private static final String ORDER =
            " order by m.to_date desc nulls first, opencit.plain(o.name), m.from_date desc, m.id";

    private final JdbcClient jdbc;

    MembershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Membership> all() {
        return jdbc.sql(COLUMNS + ORDER).query(MembershipStore::membership).list();
    }

    /** Where a body stands on either side: its Unioni, or its members. */
    List<Membership> of(OrganizationId organization) {
        return jdbc.sql(COLUMNS + " where :id in (m.member_id, m.aggregation_id)" + ORDER)
                .param("id", organization.value())
                .query(MembershipStore::membership)
                .list();
    }

    long insert(OrganizationId aggregation, OrganizationId member, Period period) {
        return jdbc.sql("""
                        insert into organizations.membership (aggregation_id, member_id, from_date, to_date)
                        values (:aggregation, :member, :from, :to) returning id""")
                .param("aggregation", aggregation.value())
                .param("member", member.value())
                .param("from", period.from())
                .param("to", period.to())
                .query(Long.class)
                .single();
    }

    /** Ends a membership that still goes on; false when there is none such. */
    boolean end(long id, LocalDate lastDay) {
        return jdbc.sql("""
                                update organizations.membership set to_date = :lastDay, version = version + 1
                                 where id = :id and to_date is null and from_date <= :lastDay""").param("id", id).param("lastDay", lastDay).update() == 1;
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                row.getLong("id"),
                side(row, "aggregation"),
                side(row, "member"),
                new Period(row.getObject("from_date", LocalDate.class), row.getObject("to_date", LocalDate.class)));
    }

    private static Membership.Member side(ResultSet row, String side) throws SQLException {
        return new Membership.Member(
                new OrganizationId(row.getLong(side + "_id")),
                OrganizationKind.valueOf(row.getString(side + "_kind")),
                row.getString(side + "_name"));
    }
}
