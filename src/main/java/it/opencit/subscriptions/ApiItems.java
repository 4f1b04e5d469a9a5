// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import it.opencit.subscriptions.ApiSubscription.ApiRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions as the API writes them, a page in a few queries. */
@Component
@Transactional(readOnly = true)
class ApiItems {

    private final SubscriptionStore store;
    private final RequestStore requestStore;
    private final Subscriptions subscriptions;
    private final Catalogue catalogue;

    ApiItems(SubscriptionStore store, RequestStore requestStore, Subscriptions subscriptions, Catalogue catalogue) {
        this.store = store;
        this.requestStore = requestStore;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
    }

    /** See {@link SubscriptionStore#page}. */
    List<Subscription> page(
            @Nullable OrganizationId body,
            @Nullable OfferingId offering,
            @Nullable SubscriptionStage stage,
            @Nullable Integer year,
            long after,
            int limit) {
        return store.page(body, offering, stage, year, after, limit);
    }

    /** As the API writes them, in the same order. */
    List<ApiSubscription> of(List<Subscription> page) {
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        Map<SupplierId, String> suppliers =
                catalogue.suppliers().stream().collect(Collectors.toMap(Supplier::id, Supplier::name));
        List<SubscriptionId> ids = page.stream().map(Subscription::id).toList();
        Map<SubscriptionId, List<Request>> asked =
                requestStore.of(ids).stream().collect(Collectors.groupingBy(Request::subscription));
        Map<SubscriptionId, Map<String, BigDecimal>> quantities = subscriptions.quantities(ids, page);
        return page.stream()
                .map(one -> {
                    Offering offering = offerings.get(one.offering());
                    SupplierId partner = one.partner();
                    return new ApiSubscription(
                            one.id(),
                            one.organization(),
                            offering == null ? "" : offering.code(),
                            offering == null ? "" : offering.title(),
                            one.variant(),
                            one.state().stage(),
                            one.requestedOn(),
                            one.state().firstDay(),
                            one.state().lastDay(),
                            one.contact(),
                            partner == null ? null : suppliers.get(partner),
                            quantities.getOrDefault(one.id(), Map.of()),
                            asked.getOrDefault(one.id(), List.of()).stream()
                                    .map(ApiRequest::of)
                                    .toList(),
                            one.state().allowed(),
                            one.notes(),
                            one.version());
                })
                .toList();
    }
}
