// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The forms that people of bodies are filling: one of each kind for each service. */
@Repository
class DraftStore {

    private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What a draft is about.
     *
     * @param subscription {@code null} when it asks for the service itself
     */
    record Key(
            OrganizationId body,
            OfferingId offering,
            RequestKind kind,
            @Nullable SubscriptionId subscription) {}

    Optional<Draft> find(Key key) {
        return on(jdbc.sql("select typed, saved_by, saved_at from subscriptions.draft " + WHERE), key)
                .query((row, _) -> new Draft(
                        json.readValue(row.getString("typed"), TYPED),
                        row.getString("saved_by"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The services for which a body has a draft of a request. */
    List<OfferingId> of(OrganizationId body) {
        return jdbc.sql("""
                select offering_id from subscriptions.draft
                 where organization_id = :body and kind = 'ACTIVATION'
                 order by saved_at desc""")
                .param("body", body.value())
                .query((row, _) -> new OfferingId(row.getLong("offering_id")))
                .list();
    }

    void save(Key key, Map<String, List<String>> typed, Instant now) {
        on(jdbc.sql("""
                insert into subscriptions.draft (organization_id, offering_id, kind, subscription_id, typed, saved_at)
                values (:body, :offering, :kind, :subscription, cast(:typed as jsonb), :now)
                on conflict on constraint one_draft do update
                   set typed = excluded.typed, saved_at = excluded.saved_at, saved_by = opencit.current_actor()"""), key)
                .param("typed", json.writeValueAsString(typed))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(Key key) {
        on(jdbc.sql("delete from subscriptions.draft " + WHERE), key).update();
    }

    private static final String WHERE = """
             where organization_id = :body and offering_id = :offering and kind = :kind
               and subscription_id is not distinct from cast(:subscription as bigint)""";

    private static JdbcClient.StatementSpec on(JdbcClient.StatementSpec statement, Key key) {
        SubscriptionId subscription = key.subscription();
        return statement
                .param("body", key.body().value())
                .param("offering", key.offering().value())
                .param("kind", key.kind().name())
                .param("subscription", subscription == null ? null : subscription.value());
    }
}
