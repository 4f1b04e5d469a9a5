// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import it.opencit.subscriptions.SubscriptionState.Active;
import it.opencit.subscriptions.SubscriptionState.InActivation;
import it.opencit.subscriptions.SubscriptionState.InTermination;
import it.opencit.subscriptions.SubscriptionState.Refused;
import it.opencit.subscriptions.SubscriptionState.Requested;
import it.opencit.subscriptions.SubscriptionState.Terminated;
import it.opencit.subscriptions.SubscriptionState.UnderReview;
import it.opencit.subscriptions.SubscriptionState.Withdrawn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subscription as columns, and back. */
final class SubscriptionRow {

    private SubscriptionRow() {}

    static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                new SubscriptionId(row.getLong("id")),
                new OfferingId(row.getLong("offering_id")),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("variant"),
                state(row),
                date(row, "requested_on"),
                supplier(row, "partner_id"),
                new Contact(
                        row.getString("referent_name"),
                        row.getString("referent_email"),
                        row.getString("referent_phone")),
                row.getString("notes"),
                row.getInt("version"));
    }

    private static SubscriptionState state(ResultSet row) throws SQLException {
        return switch (SubscriptionStage.valueOf(row.getString("stage"))) {
            case REQUESTED -> new Requested();
            case UNDER_REVIEW -> new UnderReview();
            case IN_ACTIVATION ->
                new InActivation(new Assignment(row.getString("assigned_to"), supplier(row, "assigned_supplier_id")));
            case ACTIVE -> active(row);
            case IN_TERMINATION -> new InTermination(active(row), date(row, "ends_on"), row.getString("ending_reason"));
            case TERMINATED -> new Terminated(active(row), date(row, "ends_on"), row.getString("ending_reason"));
            case REFUSED -> new Refused(date(row, "closed_on"), row.getString("closing_reason"));
            case WITHDRAWN -> new Withdrawn(date(row, "closed_on"), row.getString("closing_reason"));
        };
    }

    private static Active active(ResultSet row) throws SQLException {
        String person = row.getString("assigned_to");
        return new Active(
                person == null ? null : new Assignment(person, supplier(row, "assigned_supplier_id")),
                date(row, "starts_on"));
    }

    /** Every column of the state; those that the state does not have are {@code null}. */
    static Map<String, @Nullable Object> columns(SubscriptionState state) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        Assignment assignment = state.assignment();
        columns.put("stage", state.stage().name());
        columns.put("assignedTo", assignment == null ? null : assignment.person());
        columns.put("assignedSupplier", assignment == null ? null : value(assignment.supplier()));
        columns.put("startsOn", state.firstDay());
        columns.put("endsOn", state.lastDay());
        columns.put(
                "endingReason",
                switch (state) {
                    case InTermination s -> s.reason();
                    case Terminated s -> s.reason();
                    default -> null;
                });
        columns.put(
                "closedOn",
                switch (state) {
                    case Refused s -> s.on();
                    case Withdrawn s -> s.on();
                    default -> null;
                });
        columns.put(
                "closingReason",
                switch (state) {
                    case Refused s -> s.reason();
                    case Withdrawn s -> s.reason();
                    default -> null;
                });
        return columns;
    }

    static @Nullable Long value(@Nullable SupplierId supplier) {
        return supplier == null ? null : supplier.value();
    }

    static @Nullable SupplierId supplier(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return id == 0 ? null : new SupplierId(id);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
