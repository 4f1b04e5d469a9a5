// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be done for each ticket. */
@Repository
class TaskStore {

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            TicketNumber ticket,
            String title,
            @Nullable StaffMember assignee,
            @Nullable LocalDate due,
            boolean blocking) {
        jdbc.sql("""
                        insert into tickets.task (ticket_id, title, assignee, assignee_name, due_on, blocking)
                        values (:ticket, :title, :assignee, :name, :due, :blocking)""")
                .param("ticket", ticket.value())
                .param("title", title)
                .param("assignee", assignee == null ? "" : assignee.username())
                .param("name", assignee == null ? "" : assignee.name())
                .param("due", due)
                .param("blocking", blocking)
                .update();
    }

    /** @return whether there is such a task, and it stood otherwise */
    boolean finish(TicketNumber ticket, long id, @Nullable Instant at, String by) {
        return jdbc.sql("""
                        update tickets.task set done_at = :at, done_by = :by
                         where ticket_id = :ticket and id = :id
                           and (done_at is null) <> (cast(:at as timestamptz) is null)""")
                        .param("at", TicketStore.at(at))
                        .param("by", by)
                        .param("ticket", ticket.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Titles of those that hold tickets back, by ticket. */
    Map<TicketNumber, List<String>> blocking(List<TicketNumber> tickets) {
        Map<TicketNumber, List<String>> blocking = new HashMap<>();
        jdbc.sql("""
                        select ticket_id, title from tickets.task
                         where ticket_id = any (:tickets) and blocking and done_at is null order by id""")
                .param("tickets", tickets.stream().map(TicketNumber::value).toArray(Long[]::new))
                .query((row, _) -> blocking.computeIfAbsent(
                                new TicketNumber(row.getLong("ticket_id")), _ -> new ArrayList<>())
                        .add(row.getString("title")))
                .list();
        return blocking;
    }
}
