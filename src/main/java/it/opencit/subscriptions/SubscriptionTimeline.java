// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.TimelineEntry;
import it.opencit.organizations.TimelineSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a body asked, began to use and gave up, on its timeline. */
@Component
class SubscriptionTimeline implements TimelineSource {

    private final SubscriptionStore subscriptions;
    private final SubscriptionHistoryStore history;
    private final Catalogue catalogue;

    SubscriptionTimeline(SubscriptionStore subscriptions, SubscriptionHistoryStore history, Catalogue catalogue) {
        this.subscriptions = subscriptions;
        this.history = history;
        this.catalogue = catalogue;
    }

    @Override
    public List<TimelineEntry> of(OrganizationId organization) {
        List<Subscription> own = subscriptions.of(List.of(organization));
        if (own.isEmpty()) {
            return List.of();
        }
        Map<OfferingId, String> titles =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Offering::title));
        Map<SubscriptionId, String> services = own.stream()
                .collect(Collectors.toMap(Subscription::id, one -> titles.getOrDefault(one.offering(), "")));
        return history.of(organization).stream()
                .map(one -> new TimelineEntry(
                        one.on(),
                        "Servizio",
                        one.what() + ": " + services.getOrDefault(one.subscription(), ""),
                        one.reason().isEmpty() ? one.summary() : one.summary() + ". " + one.reason(),
                        SubscriptionAddresses.of(one.subscription())))
                .toList();
    }
}
