// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.PriceRule;
import it.opencit.organizations.Membership;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Case;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue with the cost of one body: the tariffs of the year on its own figures, as a member or at list price. Where a
 * tariff counts something, the cost is for what the body has, or for one unit; a page may ask for another number.
 */
@Component
@Transactional(readOnly = true)
class Offers {

    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Eligible eligible;
    private final Tariffs tariffs;
    private final SubscriptionStore subscriptions;
    private final UsageStore usage;
    private final Neighbours neighbours;
    private final Clock clock;

    Offers(
            Catalogue catalogue,
            Organizations organizations,
            Eligible eligible,
            Tariffs tariffs,
            SubscriptionStore subscriptions,
            UsageStore usage,
            Neighbours neighbours,
            Clock clock) {
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.eligible = eligible;
        this.tariffs = tariffs;
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** Every service offered in the year, by title. */
    List<Offer> of(OrganizationId body, int year) {
        Basis basis = basis(body, year);
        return catalogue.offeredOn(basis.eligibility.day()).stream()
                .map(offering -> basis.offer(offering, Map.of()))
                .toList();
    }

    /**
     * One service.
     *
     * @param quantities to compute the cost for, by key; those that lack are as in {@link #of}
     */
    Offer one(OrganizationId body, int year, Offering offering, Map<String, BigDecimal> quantities) {
        return basis(body, year).offer(offering, quantities);
    }

    private Basis basis(OrganizationId id, int year) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = year == today.getYear() ? today : LocalDate.of(year, 12, 31);
        Eligible.Body eligibility = eligible.body(id, day);
        Set<OrganizationId> around = neighbours.of(id);
        List<Subscription> all = subscriptions.of(around);
        var span = new Span(year, year, all.stream().map(Subscription::id).toList());
        Map<InYear, Map<String, BigDecimal>> highest = usage.highest(span);
        Map<InYear, Map<String, BigDecimal>> consumed = usage.consumed(span);
        return new Basis(
                id,
                year,
                eligibility,
                organizations.memberships(id),
                all,
                highest,
                consumed,
                tariffs.calculator(year),
                subject(id, eligibility.member()));
    }

    private Subject subject(OrganizationId id, boolean member) {
        Organization body = organizations.find(id).orElseThrow(() -> new NotFound("Body " + id));
        return Subject.of(body, member, organizations.figures(List.of(id)).of(id));
    }

    /** What the offers of one body are made from. */
    private final class Basis {

        private final OrganizationId body;
        private final int year;
        private final Eligible.Body eligibility;
        private final List<Membership> memberships;
        private final List<Subscription> all;
        private final Map<InYear, Map<String, BigDecimal>> highest;
        private final Map<InYear, Map<String, BigDecimal>> consumed;
        private final Calculator calculator;
        private final Subject subject;

        Basis(
                OrganizationId body,
                int year,
                Eligible.Body eligibility,
                List<Membership> memberships,
                List<Subscription> all,
                Map<InYear, Map<String, BigDecimal>> highest,
                Map<InYear, Map<String, BigDecimal>> consumed,
                Calculator calculator,
                Subject subject) {
            this.body = body;
            this.year = year;
            this.eligibility = eligibility;
            this.memberships = memberships;
            this.all = all;
            this.highest = highest;
            this.consumed = consumed;
            this.calculator = calculator;
            this.subject = subject;
        }

        Offer offer(Offering offering, Map<String, BigDecimal> asked) {
            Subscription own = all.stream()
                    .filter(one ->
                            one.organization().equals(body) && one.offering().equals(offering.id()))
                    .filter(one -> one.state().stage().isWaiting()
                            || one.state().stage().isRunning())
                    .findFirst()
                    .orElse(null);
            List<OfferCost> costs = new ArrayList<>();
            Map<String, OfferAllowance> allowances = new LinkedHashMap<>();
            LocalDate day = eligibility.day();
            for (PriceRule rule : offering.prices()) {
                if (rule.validity().contains(day)) {
                    costs.add(cost(offering, rule, own, asked));
                    allowance(offering, rule).ifPresent(one -> allowances.putIfAbsent(one.key(), one));
                }
            }
            Optional<Refusal> refusal = eligibility.refusal(offering);
            if (refusal.isEmpty() && own != null && offering.fee() == FeeKind.YEARLY) {
                refusal = Optional.of(new Refusal("subscriptions.request.has-already", offering.title()));
            }
            return new Offer(offering, year, refusal.orElse(null), own, costs, List.copyOf(allowances.values()));
        }

        private OfferCost cost(
                Offering offering, PriceRule rule, @Nullable Subscription own, Map<String, BigDecimal> asked) {
            return OfferCost.of(
                    calculator,
                    year,
                    subject,
                    offering,
                    rule,
                    counted -> {
                        BigDecimal has = own == null ? null : used(List.of(own)).get(counted.key());
                        return asked.getOrDefault(
                                counted.key(), has == null || has.signum() == 0 ? BigDecimal.ONE : has);
                    },
                    own == null ? 1 : yearOfUse(own));
        }

        private long yearOfUse(Subscription own) {
            LocalDate first = own.state().firstDay();
            return first == null ? 1 : Math.max(1, year - first.getYear() + 1L);
        }

        private Optional<OfferAllowance> allowance(Offering offering, PriceRule rule) {
            Optional<Tariff> tariff = ChargePricing.ruling(calculator, rule.tariffCode());
            List<Quantity> counted = tariff.map(UnitNames::counted).orElse(List.of());
            if (tariff.isEmpty() || counted.isEmpty()) {
                return Optional.empty();
            }
            Quantity quantity = counted.getFirst();
            Optional<OrganizationId> unione =
                    offering.sharing() == AllowanceSharing.POOLED ? unione() : Optional.empty();
            boolean shared = unione.isPresent()
                    || (offering.sharing() == AllowanceSharing.POOLED
                            && memberships.stream().anyMatch(this::isHead));
            Subject whose = unione.map(id -> subject(id, eligibility.member())).orElse(subject);
            try {
                return calculator
                        .allowance(tariff.get(), year, new Case(whose, Map.of(quantity.key(), BigDecimal.ONE)))
                        .map(included -> new OfferAllowance(
                                quantity.key(),
                                quantity.label(),
                                quantity.unit(),
                                included,
                                used(shared ? all : ownOf(offering), offering)
                                        .getOrDefault(quantity.key(), BigDecimal.ZERO),
                                shared));
            } catch (Refusal figureMissing) {
                return Optional.empty();
            }
        }

        private boolean isHead(Membership membership) {
            return membership.aggregation().id().equals(body)
                    && membership.period().overlaps(Period.ofYear(year));
        }

        private Optional<OrganizationId> unione() {
            return memberships.stream()
                    .filter(one ->
                            one.member().id().equals(body) && one.period().overlaps(Period.ofYear(year)))
                    .map(one -> one.aggregation().id())
                    .findFirst();
        }

        private List<Subscription> ownOf(Offering offering) {
            return all.stream()
                    .filter(one ->
                            one.organization().equals(body) && one.offering().equals(offering.id()))
                    .toList();
        }

        private Map<String, BigDecimal> used(Collection<Subscription> some, Offering offering) {
            return used(some.stream()
                    .filter(one -> one.offering().equals(offering.id()))
                    .toList());
        }

        /** What is counted in the year: the highest of what they have, the sum of what they consumed. */
        private Map<String, BigDecimal> used(List<Subscription> some) {
            Map<String, BigDecimal> total = new HashMap<>();
            for (Subscription one : some) {
                var when = new InYear(one.id(), year);
                highest.getOrDefault(when, Map.of()).forEach((key, value) -> total.merge(key, value, BigDecimal::add));
                consumed.getOrDefault(when, Map.of()).forEach((key, value) -> total.merge(key, value, BigDecimal::add));
            }
            return total;
        }
    }
}
