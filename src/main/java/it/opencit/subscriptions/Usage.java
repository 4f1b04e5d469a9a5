// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Tariffs;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many units a body has, day by day. */
@Service
@Transactional
class Usage {

    private final SubscriptionStore subscriptions;
    private final UsageStore usage;
    private final SubscriptionPayerStore payers;
    private final Catalogue catalogue;
    private final Tariffs tariffs;

    Usage(
            SubscriptionStore subscriptions,
            UsageStore usage,
            SubscriptionPayerStore payers,
            Catalogue catalogue,
            Tariffs tariffs) {
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.payers = payers;
        this.catalogue = catalogue;
        this.tariffs = tariffs;
    }

    /**
     * Adds a quantity.
     *
     * @param closing whether the one that holds on its first day ends the day before
     * @throws Refusal when on some day there would be two of one key
     */
    void add(SubscriptionId id, DatedQuantity quantity, boolean closing) {
        Subscription subscription = subscriptions.lock(id).orElseThrow(() -> new NotFound("Subscription " + id));
        UnitNames names = UnitNames.of(catalogue.get(subscription.offering()), tariffs.book());
        if (!names.dated().containsKey(quantity.key())) {
            throw Refusal.inField(
                    "key",
                    "subscriptions.quantity.unknown",
                    quantity.key(),
                    names.dated().values().stream().map(one -> one.label()).collect(Collectors.joining(", ")));
        }
        LocalDate from = quantity.days().from();
        List<StoredQuantity> others = usage.quantities(List.of(id));
        if (closing) {
            for (StoredQuantity other : others) {
                DatedQuantity before = other.quantity();
                if (before.key().equals(quantity.key())
                        && before.days().contains(from)
                        && before.days().from().isBefore(from)) {
                    usage.endQuantity(other.id(), from.minusDays(1));
                }
            }
            others = usage.quantities(List.of(id));
        }
        Quantities.check(quantity, others.stream().map(StoredQuantity::quantity).toList());
        usage.addQuantity(id, quantity);
    }

    void remove(SubscriptionId id, long quantity) {
        usage.removeQuantity(id, quantity);
    }

    @Transactional(readOnly = true)
    List<PayerShare> payersIn(SubscriptionId id, int year) {
        return payers.in(new Span(year, year, List.of(id))).getOrDefault(new InYear(id, year), List.of());
    }
}
