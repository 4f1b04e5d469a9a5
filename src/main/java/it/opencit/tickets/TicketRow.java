// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of tickets.ticket, read. */
final class TicketRow {

    /** The columns of {@link TicketLine}. */
    static final String LINE =
            "t.id, t.type, t.category_id, t.urgency, t.state, t.title, t.organization_id, t.requester, t.assignee_kind, "
                    + "t.assignee, t.assignee_name, t.opened_at, t.changed_at, t.due_at";

    private TicketRow() {}

    static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                new TicketNumber(row.getLong("id")),
                TicketType.valueOf(row.getString("type")),
                row.getLong("category_id"),
                Urgency.valueOf(row.getString("urgency")),
                TicketState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("description"),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("requester"),
                row.getString("requester_username"),
                row.getString("requester_email"),
                row.getString("service"),
                row.getString("protocol"),
                assignee(row),
                moment(row, "opened_at"),
                row.getString("opened_by"),
                moment(row, "changed_at"),
                momentOrNull(row, "taken_at"),
                momentOrNull(row, "solved_at"),
                momentOrNull(row, "closed_at"),
                momentOrNull(row, "take_due_at"),
                momentOrNull(row, "solution_due_at"),
                row.getLong("service_level_id"),
                row.getInt("version"),
                number(row, "merged_into"));
    }

    static TicketLine line(ResultSet row) throws SQLException {
        return new TicketLine(
                new TicketNumber(row.getLong("id")),
                TicketType.valueOf(row.getString("type")),
                row.getLong("category_id"),
                Urgency.valueOf(row.getString("urgency")),
                TicketState.valueOf(row.getString("state")),
                row.getString("title"),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("requester"),
                assignee(row),
                moment(row, "opened_at"),
                moment(row, "changed_at"),
                momentOrNull(row, "due_at"));
    }

    private static @Nullable TicketNumber number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : new TicketNumber(number);
    }

    private static @Nullable Assignee assignee(ResultSet row) throws SQLException {
        String kind = row.getString("assignee_kind");
        return kind == null
                ? null
                : new Assignee(Assignee.Kind.valueOf(kind), row.getString("assignee"), row.getString("assignee_name"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
