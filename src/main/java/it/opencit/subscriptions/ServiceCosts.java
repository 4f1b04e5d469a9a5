// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Offering;
import it.opencit.catalogue.PriceRule;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Figure;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the services of the catalogue cost this year, for anybody to read. Of a body it tells what is public: whether it has
 * joined, its inhabitants and its businesses. What it uses, and any other figure of its own, stay unsaid: where a price
 * depends on them they are one, or what is stated.
 */
@Service
@Transactional(readOnly = true)
public class ServiceCosts {

    /** Published by Istat and by the register of businesses. */
    private static final Set<String> PUBLIC_FIGURES = Set.of(FigureKind.RESIDENTS, FigureKind.BUSINESSES);

    private final Tariffs tariffs;
    private final Organizations organizations;
    private final Eligible eligible;
    private final Clock clock;

    ServiceCosts(Tariffs tariffs, Organizations organizations, Eligible eligible, Clock clock) {
        this.tariffs = tariffs;
        this.organizations = organizations;
        this.eligible = eligible;
        this.clock = clock;
    }

    /** Whether anybody may read the figures of a kind that a body has. */
    public static boolean isPublic(Figure figure) {
        return PUBLIC_FIGURES.contains(figure.kind());
    }

    /** The prices in force today, in their order. */
    public List<ServicePrice> prices(Offering offering) {
        Calculator calculator = tariffs.calculator(today().getYear());
        return rules(offering).stream()
                .map(rule -> price(
                        rule,
                        ChargePricing.ruling(calculator, rule.tariffCode()).orElse(null)))
                .toList();
    }

    /**
     * What a service would cost a body.
     *
     * @param stated by key of an input; those that lack are one
     * @throws it.opencit.shared.NotFound when the centre has no such body
     */
    public ServiceQuote of(Offering offering, OrganizationId id, Map<String, BigDecimal> stated) {
        Organization body = organizations.get(id);
        LocalDate today = today();
        Eligible.Body eligibility = eligible.body(id, today);
        Calculator calculator = tariffs.calculator(today.getYear());
        Subject known = known(body, eligibility.member());
        Map<String, ServiceQuote.Input> inputs = new LinkedHashMap<>();
        List<ServiceCost> costs = new ArrayList<>();
        for (PriceRule rule : rules(offering)) {
            Tariff tariff = ChargePricing.ruling(calculator, rule.tariffCode()).orElse(null);
            Subject subject = known;
            if (tariff != null) {
                for (String kind : tariff.figures()) {
                    if (!PUBLIC_FIGURES.contains(kind)) {
                        BigDecimal value = stated.getOrDefault(kind, BigDecimal.ONE);
                        String label = calculator.kinds().plural(kind);
                        inputs.putIfAbsent(kind, new ServiceQuote.Input(kind, sentence(label), value));
                        subject = subject.with(new Figure(kind, value, null, null, null));
                    }
                }
                for (Quantity counted : UnitNames.counted(tariff)) {
                    BigDecimal value = stated.getOrDefault(counted.key(), BigDecimal.ONE);
                    inputs.putIfAbsent(counted.key(), new ServiceQuote.Input(counted.key(), counted.label(), value));
                }
            }
            costs.add(cost(calculator, offering, rule, subject, stated));
        }
        return new ServiceQuote(
                body,
                eligibility.member(),
                today.getYear(),
                eligibility.refusal(offering).orElse(null),
                List.copyOf(inputs.values()),
                costs);
    }

    private ServiceCost cost(
            Calculator calculator, Offering offering, PriceRule rule, Subject subject, Map<String, BigDecimal> stated) {
        OfferCost cost = cost(calculator, subject, offering, rule, stated);
        Euro asMember = null;
        if (!subject.member()) {
            var joined = new Subject(subject.name(), subject.kind(), true, subject.figures(), subject.pastAmounts());
            asMember = cost(calculator, joined, offering, rule, stated).amount();
        }
        return new ServiceCost(price(rule, cost.tariff()), cost.units(), cost.outcome(), asMember);
    }

    private OfferCost cost(
            Calculator calculator, Subject subject, Offering offering, PriceRule rule, Map<String, BigDecimal> stated) {
        return OfferCost.of(
                calculator,
                today().getYear(),
                subject,
                offering,
                rule,
                counted -> stated.getOrDefault(counted.key(), BigDecimal.ONE),
                1);
    }

    private Subject known(Organization body, boolean member) {
        return Subject.of(
                body,
                member,
                organizations.figures(List.of(body.id())).of(body.id()).stream()
                        .filter(figure -> PUBLIC_FIGURES.contains(figure.kind()))
                        .toList());
    }

    private static ServicePrice price(PriceRule rule, @Nullable Tariff tariff) {
        return new ServicePrice(rule.kind(), rule.variant(), tariff, OfferCost.isQuoted(tariff));
    }

    private List<PriceRule> rules(Offering offering) {
        return offering.prices().stream()
                .filter(rule -> rule.validity().contains(today()))
                .toList();
    }

    private static String sentence(String noun) {
        return noun.isEmpty() ? noun : Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
