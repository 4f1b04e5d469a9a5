// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.organizations.Membership;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bodies that may share an allowance with one: its Unione and all the members of that. */
@Component
@Transactional(readOnly = true)
class Neighbours {

    private final Organizations organizations;
    private final SubscriptionStore subscriptions;

    Neighbours(Organizations organizations, SubscriptionStore subscriptions) {
        this.organizations = organizations;
        this.subscriptions = subscriptions;
    }

    /** The body itself, those it is part of, and those that are part of the same, at any time. */
    Set<OrganizationId> of(OrganizationId body) {
        Set<OrganizationId> heads = new HashSet<>();
        heads.add(body);
        List<Membership> memberships = organizations.memberships();
        for (Membership membership : memberships) {
            if (membership.member().id().equals(body)) {
                heads.add(membership.aggregation().id());
            }
        }
        Set<OrganizationId> all = new HashSet<>(heads);
        for (Membership membership : memberships) {
            if (heads.contains(membership.aggregation().id())) {
                all.add(membership.member().id());
            }
        }
        return all;
    }

    /** The subscriptions to the same service of the body and its neighbours. */
    List<SubscriptionId> subscriptionsAround(Subscription subscription) {
        return subscriptions.of(of(subscription.organization())).stream()
                .filter(other -> other.offering().equals(subscription.offering()))
                .map(Subscription::id)
                .toList();
    }
}
