// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.PersonRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who always follows the new tickets of each body. */
@Repository
class StandingObserverStore {

    private final JdbcClient jdbc;

    StandingObserverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a body, in the order in which they were named. */
    List<StandingObserver> of(OrganizationId body) {
        return jdbc.sql("select * from tickets.standing_observer where organization_id = :body order by id")
                .param("body", body.value())
                .query((row, _) -> standing(row))
                .list();
    }

    private static StandingObserver standing(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new StandingObserver(
                row.getLong("id"),
                new Observer(
                        row.getString("name"),
                        "",
                        row.getString("username"),
                        role == null ? null : PersonRole.valueOf(role)),
                Set.of((Long[]) row.getArray("categories").getArray()),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("named_by"));
    }

    /**
     * Keeps one, whatever its identifier.
     *
     * @return whether it was not there yet
     */
    boolean add(OrganizationId body, StandingObserver one) {
        PersonRole role = one.observer().role();
        return jdbc.sql("""
                                insert into tickets.standing_observer
                                            (organization_id, name, username, role, categories, since, named_by)
                                values (:body, :name, :username, :role, :categories, :since, :namedBy)
                                on conflict (centre_id, organization_id, name) do nothing""")
                        .param("body", body.value())
                        .param("name", one.observer().name())
                        .param("username", one.observer().username())
                        .param("role", role == null ? null : role.name())
                        .param("categories", one.categories().toArray(Long[]::new))
                        .param("since", TicketStore.at(one.since()))
                        .param("namedBy", one.namedBy())
                        .update()
                == 1;
    }

    void remove(OrganizationId body, long id) {
        jdbc.sql("delete from tickets.standing_observer where organization_id = :body and id = :id")
                .param("body", body.value())
                .param("id", id)
                .update();
    }
}
