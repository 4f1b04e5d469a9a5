// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who sees each ticket, and who follows it. */
@Repository
class SharingStore {

    private final JdbcClient jdbc;

    SharingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Sharing of(TicketNumber number) {
        List<Observer> observers = jdbc.sql(
                        "select name, email, username from tickets.observer where ticket_id = :id order by id")
                .param("id", number.value())
                .query((row, _) ->
                        new Observer(row.getString("name"), row.getString("email"), row.getString("username")))
                .list();
        return jdbc.sql("select audience, confidential from tickets.ticket where id = :id")
                .param("id", number.value())
                .query((row, _) -> new Sharing(
                        Audience.valueOf(row.getString("audience")), row.getBoolean("confidential"), observers))
                .single();
    }

    void keep(TicketNumber number, Sharing sharing) {
        jdbc.sql("update tickets.ticket set audience = :audience, confidential = :confidential where id = :id")
                .param("audience", sharing.audience().name())
                .param("confidential", sharing.confidential())
                .param("id", number.value())
                .update();
        jdbc.sql("delete from tickets.observer where ticket_id = :id")
                .param("id", number.value())
                .update();
        for (Observer one : sharing.observers()) {
            jdbc.sql(
                            "insert into tickets.observer (ticket_id, name, email, username) values (:id, :name, :email, :username)")
                    .param("id", number.value())
                    .param("name", one.name())
                    .param("email", one.email())
                    .param("username", one.username())
                    .update();
        }
    }
}
