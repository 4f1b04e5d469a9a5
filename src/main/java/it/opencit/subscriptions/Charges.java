// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.PriceRule;
import it.opencit.organizations.Organizations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What subscriptions charge. A handful of queries, whatever their number.
 *
 * <p>A charge names a tariff only where the offering has a price in force on the day the term begins (for consumption, on its
 * last day): what the quota includes charges nothing.
 */
@Component
@Transactional(readOnly = true)
class Charges {

    private final TermStore terms;
    private final UsageStore usage;
    private final SubscriptionPayerStore payers;
    private final Catalogue catalogue;
    private final Organizations organizations;

    Charges(
            TermStore terms,
            UsageStore usage,
            SubscriptionPayerStore payers,
            Catalogue catalogue,
            Organizations organizations) {
        this.terms = terms;
        this.usage = usage;
        this.payers = payers;
        this.catalogue = catalogue;
        this.organizations = organizations;
    }

    List<Charge> in(Span span) {
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        List<OfferingId> tacit = offerings.values().stream()
                .filter(offering -> offering.continuation() == Continuation.TACIT)
                .map(Offering::id)
                .toList();
        var basis = new Basis(offerings, usage.highest(span), usage.consumed(span), payers.in(span));
        List<Charge> charges = new ArrayList<>();
        for (StoredTerm term : terms.in(span, tacit)) {
            basis.charge(term, term.term().kind()).ifPresent(charges::add);
        }
        for (StoredTerm use : terms.consuming(span)) {
            basis.charge(use, ChargeKind.CONSUMPTION).ifPresent(charges::add);
        }
        boolean pooled =
                offerings.values().stream().anyMatch(offering -> offering.sharing() == AllowanceSharing.POOLED);
        return pooled ? joined(charges, new Pools(offerings, organizations.memberships())) : charges;
    }

    private static List<Charge> joined(List<Charge> charges, Pools pools) {
        Map<Integer, List<Charge>> byYear = charges.stream()
                .collect(Collectors.groupingBy(
                        charge -> charge.term().from().getYear(), TreeMap::new, Collectors.toList()));
        List<Charge> joined = new ArrayList<>();
        byYear.forEach((year, ofYear) -> joined.addAll(pools.joined(year, ofYear)));
        return joined;
    }

    /** What a charge is made from. */
    private record Basis(
            Map<OfferingId, Offering> offerings,
            Map<InYear, Map<String, BigDecimal>> highest,
            Map<InYear, Map<String, BigDecimal>> consumed,
            Map<InYear, List<PayerShare>> payers) {

        /** Nothing when no price of that kind is in force: then nothing is owed. */
        Optional<Charge> charge(StoredTerm stored, ChargeKind kind) {
            Offering offering = offerings.get(stored.offering());
            if (offering == null) {
                throw new IllegalStateException("A subscription of an offering that is not there: " + stored);
            }
            FeeTerm term = stored.term();
            Optional<PriceRule> price =
                    offering.price(kind, stored.variant(), kind == ChargeKind.CONSUMPTION ? term.to() : term.from());
            return price.map(rule -> {
                var when = new InYear(stored.subscription(), term.year());
                Map<String, BigDecimal> quantities = new HashMap<>(highest.getOrDefault(when, Map.of()));
                quantities.putAll(consumed.getOrDefault(when, Map.of()));
                quantities.putAll(UseTime.of(stored.firstDay(), term.from(), term.to()));
                return new Charge(
                        stored.subscription(),
                        stored.offering(),
                        offering.title(),
                        offering.code(),
                        stored.organization(),
                        payers.getOrDefault(when, List.of()),
                        kind,
                        stored.variant(),
                        rule.tariffCode(),
                        term.days(),
                        quantities);
            });
        }
    }
}
