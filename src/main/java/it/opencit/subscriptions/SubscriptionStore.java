// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who uses which service, each with its state. */
@Repository
class SubscriptionStore {

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Subscription> find(SubscriptionId id) {
        return jdbc.sql("select * from subscriptions.subscription where id = :id")
                .param("id", id.value())
                .query((row, _) -> SubscriptionRow.read(row))
                .optional();
    }

    /** The subscription, which nobody else changes until the transaction ends. */
    Optional<Subscription> lock(SubscriptionId id) {
        return jdbc.sql("select * from subscriptions.subscription where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> SubscriptionRow.read(row))
                .optional();
    }

    List<Subscription> all() {
        return jdbc.sql("select * from subscriptions.subscription order by id")
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    List<Subscription> all(Collection<SubscriptionId> ids) {
        return jdbc.sql("select * from subscriptions.subscription where id = any (:ids) order by id")
                .param("ids", ids.stream().map(SubscriptionId::value).toArray(Long[]::new))
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    /** Those of some bodies, the latest request first. */
    /** Of which service some subscriptions are. */
    Map<SubscriptionId, OfferingId> offeringsOf(Collection<SubscriptionId> ids) {
        Map<SubscriptionId, OfferingId> offerings = new HashMap<>();
        jdbc.sql("select id, offering_id from subscriptions.subscription where id = any(:ids)")
                .param("ids", ids.stream().map(SubscriptionId::value).toArray(Long[]::new))
                .query(row -> {
                    offerings.put(new SubscriptionId(row.getLong("id")), new OfferingId(row.getLong("offering_id")));
                });
        return offerings;
    }

    List<Subscription> of(Collection<OrganizationId> organizations) {
        return jdbc.sql("""
                select * from subscriptions.subscription
                 where organization_id = any (:organizations)
                 order by requested_on desc, id desc""")
                .param(
                        "organizations",
                        organizations.stream().map(OrganizationId::value).toArray(Long[]::new))
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    /** Those in use today, by body. */
    List<Subscription> running() {
        return jdbc.sql("""
                select * from subscriptions.subscription
                 where stage in ('ACTIVE', 'IN_TERMINATION')
                 order by organization_id, id""").query((row, _) -> SubscriptionRow.read(row)).list();
    }

    /** Those of a service that are or were in use. */
    List<Subscription> everUsing(OfferingId offering) {
        return jdbc.sql("""
                select * from subscriptions.subscription
                 where offering_id = :offering and stage in ('ACTIVE', 'IN_TERMINATION', 'TERMINATED')
                 order by id""")
                .param("offering", offering.value())
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    /**
     * A page in the order of the requests' entry.
     *
     * @param year in which it was in use, or asked for when it never was
     */
    List<Subscription> page(
            @Nullable OrganizationId organization,
            @Nullable OfferingId offering,
            @Nullable SubscriptionStage stage,
            @Nullable Integer year,
            long after,
            int limit) {
        return jdbc.sql("""
                select * from subscriptions.subscription
                 where id > :after
                   and (cast(:organization as bigint) is null or organization_id = :organization)
                   and (cast(:offering as bigint) is null or offering_id = :offering)
                   and (cast(:stage as text) is null or stage = :stage)
                   and (cast(:year as integer) is null
                        or :year between extract(year from coalesce(starts_on, requested_on))
                                     and extract(year from coalesce(ends_on, closed_on, date '9999-12-31')))
                 order by id
                 limit :limit""")
                .param("after", after)
                .param("organization", organization == null ? null : organization.value())
                .param("offering", offering == null ? null : offering.value())
                .param("stage", stage == null ? null : stage.name())
                .param("year", year)
                .param("limit", limit)
                .query((row, _) -> SubscriptionRow.read(row))
                .list();
    }

    /** @param continuing whether a body has only one of it at a time */
    SubscriptionId add(NewRequest request, boolean continuing) {
        return new SubscriptionId(jdbc.sql("""
                insert into subscriptions.subscription (offering_id, organization_id, variant, continuing, requested_on,
                    partner_id, referent_name, referent_email, referent_phone, notes)
                values (:offering, :organization, :variant, :continuing, :requestedOn,
                    :partner, :name, :email, :phone, :notes)
                returning id""")
                .param("offering", request.offering().value())
                .param("organization", request.organization().value())
                .param("variant", request.variant())
                .param("continuing", continuing)
                .param("requestedOn", request.requestedOn())
                .param("partner", SubscriptionRow.value(request.partner()))
                .param("name", request.contact().name())
                .param("email", request.contact().email())
                .param("phone", request.contact().phone())
                .param("notes", request.notes())
                .query(Long.class)
                .single());
    }

    /** Saves state and texts, unless someone else changed the subscription after we read it. */
    void save(Subscription subscription) {
        int saved = jdbc.sql("""
                update subscriptions.subscription
                   set stage = :stage, assigned_to = :assignedTo, assigned_supplier_id = :assignedSupplier,
                       starts_on = :startsOn, ends_on = :endsOn, ending_reason = :endingReason,
                       closed_on = :closedOn, closing_reason = :closingReason,
                       partner_id = :partner, referent_name = :name, referent_email = :email, referent_phone = :phone,
                       notes = :notes, version = version + 1
                 where id = :id and version = :version""")
                .params(SubscriptionRow.columns(subscription.state()))
                .param("partner", SubscriptionRow.value(subscription.partner()))
                .param("name", subscription.contact().name())
                .param("email", subscription.contact().email())
                .param("phone", subscription.contact().phone())
                .param("notes", subscription.notes())
                .param("id", subscription.id().value())
                .param("version", subscription.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Subscription " + subscription.id() + " changed after version " + subscription.version());
        }
    }

    /** How many stand at each stage. */
    Map<SubscriptionStage, Long> counts() {
        Map<SubscriptionStage, Long> counts = new EnumMap<>(SubscriptionStage.class);
        jdbc.sql("select stage, count(*) as number from subscriptions.subscription group by stage")
                .query(row -> {
                    counts.put(SubscriptionStage.valueOf(row.getString("stage")), row.getLong("number"));
                });
        return counts;
    }
}
