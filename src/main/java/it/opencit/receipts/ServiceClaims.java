// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.subscriptions.Charge;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Case;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Run;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The services in use: the charges of one tariff are computed together, so that what they share is computed once. */
@Component
class ServiceClaims implements ClaimSource {

    private final Subscriptions subscriptions;
    private final Agreements agreements;
    private final Organizations organizations;
    private final Tariffs tariffs;

    ServiceClaims(Subscriptions subscriptions, Agreements agreements, Organizations organizations, Tariffs tariffs) {
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.organizations = organizations;
        this.tariffs = tariffs;
    }

    @Override
    public void collect(int year, ClaimBook book) {
        Map<String, List<Charge>> byTariff = new LinkedHashMap<>();
        Set<OrganizationId> users = new LinkedHashSet<>();
        for (Charge charge : subscriptions.chargesOf(year)) {
            byTariff.computeIfAbsent(charge.tariffCode(), _ -> new ArrayList<>())
                    .add(charge);
            users.add(charge.beneficiary());
        }
        if (byTariff.isEmpty()) {
            return;
        }
        Map<OrganizationId, Subject> subjects = subjects(year, users);
        Calculator calculator = tariffs.calculator(year);
        byTariff.forEach((code, charges) -> {
            Tariff tariff = tariffs.ruling(code, year).orElse(null);
            if (tariff == null) {
                String reason = new Refusal("receipts.tariff-not-valid", code, Integer.toString(year)).inItalian();
                charges.forEach(charge -> book.refuse(thing(charge), reason));
                return;
            }
            List<Case> cases = charges.stream()
                    .map(charge ->
                            new Case(Objects.requireNonNull(subjects.get(charge.beneficiary())), charge.quantities()))
                    .toList();
            add(book, calculator, tariff, year, charges, cases);
        });
    }

    private static void add(
            ClaimBook book, Calculator calculator, Tariff tariff, int year, List<Charge> charges, List<Case> cases) {
        Run run;
        try {
            run = calculator.run(tariff, year, cases);
        } catch (Refusal wrongTariff) {
            charges.forEach(charge -> book.refuse(thing(charge), wrongTariff.inItalian()));
            return;
        }
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            Outcome outcome = run.explain(i);
            book.add(thing(charge), tariff, outcome, facts(tariff, charge.quantities()), charge.payers());
        }
    }

    private Map<OrganizationId, Subject> subjects(int year, Set<OrganizationId> users) {
        Set<OrganizationId> members = agreements.activeIn(year).stream()
                .map(ActiveAccession::organization)
                .collect(Collectors.toSet());
        FigureBook figures = organizations.figures(users);
        Map<OrganizationId, Subject> subjects = new HashMap<>();
        for (Organization body : organizations.all(users)) {
            subjects.put(body.id(), Subject.of(body, members.contains(body.id()), figures.of(body.id())));
        }
        return subjects;
    }

    private static ClaimBook.Thing thing(Charge charge) {
        LineKind kind =
                switch (charge.kind()) {
                    case ACTIVATION -> LineKind.ACTIVATION;
                    case YEARLY -> LineKind.YEARLY;
                    case CONSUMPTION -> LineKind.CONSUMPTION;
                };
        return new ClaimBook.Thing(
                "service:" + charge.subscription() + ":" + kind + ":"
                        + charge.term().from(),
                kind,
                charge.beneficiary(),
                charge.title(),
                charge.term());
    }

    /** The quantities that the tariff asks for. */
    private static List<Why.Fact> facts(Tariff tariff, Map<String, BigDecimal> quantities) {
        List<Why.Fact> facts = new ArrayList<>();
        for (Quantity quantity : tariff.quantities()) {
            BigDecimal value = quantities.get(quantity.key());
            if (value != null) {
                facts.add(new Why.Fact("quantity:" + quantity.key(), quantity.label(), value, null, "", ""));
            }
        }
        return facts;
    }
}
