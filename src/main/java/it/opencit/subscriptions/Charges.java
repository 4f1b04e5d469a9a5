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
import java.util.Objects;
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
        return lines(span).stream()
                .map(FeeLine::charge)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every fee period, also those for which nothing is owed. */
    List<FeeLine> lines(Span span) {
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        List<OfferingId> tacit = offerings.values().stream()
                .filter(offering -> offering.continuation() == Continuation.TACIT)
                .map(Offering::id)
                .toList();
        List<OfferingId> pooled = offerings.values().stream()
                .filter(offering -> offering.sharing() == AllowanceSharing.POOLED)
                .map(Offering::id)
                .toList();
        var basis = new Basis(offerings, usage.highest(span), usage.consumed(span), payers.in(span));
        List<FeeLine> lines = new ArrayList<>();
        for (StoredTerm term : terms.in(span, tacit)) {
            lines.add(basis.line(term, term.term().kind()));
        }
        for (StoredTerm use : terms.consuming(span, pooled)) {
            FeeLine line = basis.line(use, ChargeKind.CONSUMPTION);
            if (line.charge() != null) {
                lines.add(line);
            }
        }
        return pooled.isEmpty() ? lines : joined(lines, new Pools(offerings, organizations.memberships()));
    }

    private static List<FeeLine> joined(List<FeeLine> lines, Pools pools) {
        Map<Integer, List<FeeLine>> byYear =
                lines.stream().collect(Collectors.groupingBy(FeeLine::year, TreeMap::new, Collectors.toList()));
        List<FeeLine> joined = new ArrayList<>();
        byYear.forEach((year, ofYear) -> joined.addAll(pools.joined(year, ofYear)));
        // whoever consumed nothing was there only to be charged for others
        joined.removeIf(line -> line.kind() == ChargeKind.CONSUMPTION
                && line.charge() != null
                && UseTime.KEYS.containsAll(line.charge().quantities().keySet()));
        return joined;
    }

    /** What a charge is made from. */
    private record Basis(
            Map<OfferingId, Offering> offerings,
            Map<InYear, Map<String, BigDecimal>> highest,
            Map<InYear, Map<String, BigDecimal>> consumed,
            Map<InYear, List<PayerShare>> payers) {

        /** Without a charge when no price of that kind is in force: then nothing is owed. */
        FeeLine line(StoredTerm stored, ChargeKind kind) {
            return new FeeLine(stored, kind, charge(stored, kind).orElse(null));
        }

        private Optional<Charge> charge(StoredTerm stored, ChargeKind kind) {
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
