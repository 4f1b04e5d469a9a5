// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was recorded on each subscription, and the files that came with it. */
@Repository
class SubscriptionHistoryStore {

    private final JdbcClient jdbc;

    SubscriptionHistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records what happened and gives its number.
     *
     * @param what Italian, short
     */
    long add(SubscriptionId subscription, String what, LocalDate on, String summary, String reason) {
        return jdbc.sql("""
                insert into subscriptions.transition (subscription_id, act, happened_on, summary, reason)
                values (:subscription, :act, :on, :summary, :reason)
                returning id""")
                .param("subscription", subscription.value())
                .param("act", what)
                .param("on", on)
                .param("summary", summary)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    /** The last one first. */
    List<SubscriptionTransition> of(SubscriptionId subscription) {
        return jdbc.sql("""
                select id, subscription_id, act, happened_on, summary, reason, recorded_by, recorded_at
                  from subscriptions.transition
                 where subscription_id = :subscription
                 order by id desc""")
                .param("subscription", subscription.value())
                .query((row, _) -> transition(row))
                .list();
    }

    /** What happened on all subscriptions of a body. */
    List<SubscriptionTransition> of(OrganizationId organization) {
        return jdbc.sql("""
                select t.id, t.subscription_id, t.act, t.happened_on, t.summary, t.reason, t.recorded_by, t.recorded_at
                  from subscriptions.transition t
                  join subscriptions.subscription s on s.centre_id = t.centre_id and s.id = t.subscription_id
                 where s.organization_id = :organization
                 order by t.id""")
                .param("organization", organization.value())
                .query((row, _) -> transition(row))
                .list();
    }

    void attach(Attachment attachment) {
        RequestId request = attachment.request();
        jdbc.sql("""
                insert into subscriptions.attachment (subscription_id, file_id, role, request_id, transition_id)
                values (:subscription, :file, :role, :request, :transition)""")
                .param("subscription", attachment.subscription().value())
                .param("file", attachment.file().value())
                .param("role", attachment.role().name())
                .param("request", request == null ? null : request.value())
                .param("transition", attachment.transition())
                .update();
    }

    List<Attachment> attachments(SubscriptionId subscription) {
        return jdbc.sql("""
                select subscription_id, file_id, role, request_id, transition_id
                  from subscriptions.attachment
                 where subscription_id = :subscription
                 order by id""")
                .param("subscription", subscription.value())
                .query((row, _) -> attachment(row))
                .list();
    }

    /** The last signed form of each subscription, for the list. */
    List<Attachment> signedRequests() {
        return jdbc.sql("""
                select distinct on (subscription_id) subscription_id, file_id, role, request_id, transition_id
                  from subscriptions.attachment
                 where role = 'SIGNED_REQUEST'
                 order by subscription_id, id desc""").query((row, _) -> attachment(row)).list();
    }

    private static SubscriptionTransition transition(ResultSet row) throws SQLException {
        return new SubscriptionTransition(
                row.getLong("id"),
                new SubscriptionId(row.getLong("subscription_id")),
                row.getString("act"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("summary"),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        long request = row.getLong("request_id");
        return new Attachment(
                new SubscriptionId(row.getLong("subscription_id")),
                new FileId(row.getLong("file_id")),
                AttachmentRole.valueOf(row.getString("role")),
                request == 0 ? null : new RequestId(request),
                row.getObject("transition_id", Long.class));
    }
}
