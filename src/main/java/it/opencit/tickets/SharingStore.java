// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who sees each ticket, and who follows it. */
@Repository
class SharingStore {

    private final JdbcClient jdbc;
    private final Observers people;

    SharingStore(JdbcClient jdbc, Observers people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Who sees a ticket and follows it now. */
    Sharing of(TicketNumber number) {
        List<Observer> observers = jdbc.sql(
                        "select name, email, username, role from tickets.observer where ticket_id = :id order by id")
                .param("id", number.value())
                .query((row, _) -> new Observer(
                        row.getString("name"), row.getString("email"), row.getString("username"), role(row)))
                .list();
        return jdbc.sql("select audience, confidential, office, organization_id from tickets.ticket where id = :id")
                .param("id", number.value())
                .query((row, _) -> people.now(
                        new OrganizationId(row.getLong("organization_id")),
                        new Sharing(
                                Audience.valueOf(row.getString("audience")),
                                row.getBoolean("confidential"),
                                observers,
                                row.getString("office"),
                                Set.of())))
                .single();
    }

    /**
     * Who is to see a ticket, with the office of the body where that is who: the one that sees it already, else the one where
     * its requester works now.
     *
     * @throws Refusal when it is not known where the requester works
     */
    Sharing decided(Sharing asked, Ticket ticket, String before) {
        if (asked.audience() != Audience.OFFICE) {
            return asked;
        }
        String office =
                before.isEmpty() ? people.office(ticket.organization(), ticket.username(), ticket.requester()) : before;
        if (office.isEmpty()) {
            throw Refusal.inField("audience", "tickets.sharing.office");
        }
        return asked.in(office);
    }

    private static @Nullable PersonRole role(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return role == null ? null : PersonRole.valueOf(role);
    }

    /**
     * What the mails about a ticket go by.
     *
     * @param confidential what is written on it stays out of them
     * @param blocking it stops somebody's work: what happens to it is told at once
     */
    record Mailed(boolean confidential, boolean blocking) {}

    Mailed mailed(TicketNumber number) {
        return jdbc.sql("select confidential, urgency = 'BLOCKING' as blocking from tickets.ticket where id = :id")
                .param("id", number.value())
                .query((row, _) -> new Mailed(row.getBoolean("confidential"), row.getBoolean("blocking")))
                .single();
    }

    /** Those of some tickets of which mails tell nothing but the number. */
    Set<TicketNumber> confidential(Collection<Ticket> tickets) {
        return jdbc.sql("select id from tickets.ticket where id = any (:ids) and confidential")
                .param("ids", tickets.stream().map(one -> one.number().value()).toArray(Long[]::new))
                .query((row, _) -> new TicketNumber(row.getLong("id")))
                .set();
    }

    void keep(TicketNumber number, Sharing sharing) {
        jdbc.sql(
                        "update tickets.ticket set audience = :audience, confidential = :confidential, office = :office where id = :id")
                .param("audience", sharing.audience().name())
                .param("confidential", sharing.confidential())
                .param("office", sharing.office())
                .param("id", number.value())
                .update();
        jdbc.sql("delete from tickets.observer where ticket_id = :id")
                .param("id", number.value())
                .update();
        Map<String, Observer> kept = new LinkedHashMap<>(); // a role once, however many hold it
        sharing.observers().forEach(one -> kept.putIfAbsent(one.key(), one));
        for (Observer one : kept.values()) {
            PersonRole role = one.role();
            jdbc.sql("""
                            insert into tickets.observer (ticket_id, name, email, username, role)
                            values (:id, :name, :email, :username, :role)""")
                    .param("id", number.value())
                    .param("name", role == null ? one.name() : role.label())
                    .param("email", role == null ? one.email() : "")
                    .param("username", role == null ? one.username() : null)
                    .param("role", role == null ? null : role.name())
                    .update();
        }
    }
}
