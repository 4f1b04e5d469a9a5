// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Case;
import it.opencit.tariffs.Figure;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Run;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What charges come to: the tariff that ruled the year, applied to the figures of the body and to the quantities of the
 * charge. Who had a convention in the year pays as a member, who had none at list price. A few queries, whatever their number.
 */
@Service
@Transactional(readOnly = true)
public class ChargePricing {

    private final Tariffs tariffs;
    private final Organizations organizations;
    private final Agreements agreements;

    ChargePricing(Tariffs tariffs, Organizations organizations, Agreements agreements) {
        this.tariffs = tariffs;
        this.organizations = organizations;
        this.agreements = agreements;
    }

    /** Each charge with its amount, in the same order. */
    public List<PricedCharge> amounts(int year, List<Charge> charges) {
        return priced(year, charges, false);
    }

    /** Each charge with its amount and every step that leads to it, in the same order. */
    public List<PricedCharge> explained(int year, List<Charge> charges) {
        return priced(year, charges, true);
    }

    private List<PricedCharge> priced(int year, List<Charge> charges, boolean explained) {
        if (charges.isEmpty()) {
            return List.of();
        }
        Set<OrganizationId> ids = charges.stream().map(Charge::beneficiary).collect(Collectors.toSet());
        Map<OrganizationId, Organization> bodies =
                organizations.all(ids).stream().collect(Collectors.toMap(Organization::id, Function.identity()));
        FigureBook figures = organizations.figures(ids);
        Set<OrganizationId> members = agreements.activeIn(year).stream()
                .map(ActiveAccession::organization)
                .collect(Collectors.toSet());
        Calculator calculator = tariffs.calculator(year);
        Map<OrganizationId, Subject> subjects = new HashMap<>();
        bodies.forEach((id, body) -> subjects.put(id, Subject.of(body, members.contains(id), figures.of(id))));
        Map<String, List<Integer>> byTariff = new LinkedHashMap<>();
        for (int i = 0; i < charges.size(); i++) {
            byTariff.computeIfAbsent(charges.get(i).tariffCode(), _ -> new ArrayList<>())
                    .add(i);
        }
        PricedCharge[] priced = new PricedCharge[charges.size()];
        byTariff.forEach((code, places) -> {
            Optional<Tariff> tariff = ruling(calculator, code);
            List<Case> cases = places.stream()
                    .map(place -> {
                        Charge charge = charges.get(place);
                        return new Case(subject(subjects, charge.beneficiary()), charge.quantities());
                    })
                    .toList();
            List<Outcome> outcomes = outcomes(calculator, tariff, code, year, cases, explained);
            for (int i = 0; i < places.size(); i++) {
                int place = places.get(i);
                priced[place] = new PricedCharge(
                        charges.get(place),
                        tariff.orElse(null),
                        outcomes.get(i),
                        residents(charges.get(place).beneficiary(), tariff, outcomes.get(i), figures, year));
            }
        });
        return List.of(priced);
    }

    private static @Nullable BigDecimal residents(
            OrganizationId body, Optional<Tariff> tariff, Outcome outcome, FigureBook figures, int year) {
        if (outcome instanceof Outcome.Computed computed) {
            for (Figure figure : computed.figures()) {
                if (figure.kind().equals(FigureKind.RESIDENTS)) {
                    return figure.value();
                }
            }
        }
        LocalDate wanted = tariff.map(one -> one.figureDates().get(FigureKind.RESIDENTS))
                .map(date -> date.in(year))
                .orElse(null);
        return (wanted == null
                        ? figures.latest(body, FigureKind.RESIDENTS, LocalDate.of(year, 12, 31))
                        : figures.at(body, FigureKind.RESIDENTS, wanted))
                .map(it.opencit.organizations.Figure::value)
                .orElse(null);
    }

    private static Subject subject(Map<OrganizationId, Subject> subjects, OrganizationId id) {
        Subject subject = subjects.get(id);
        if (subject == null) {
            throw new IllegalStateException("A charge of a body that is not there: " + id);
        }
        return subject;
    }

    /** The version of the centre that ruled the year of the calculator, or else that of a kit: its validity is the price's. */
    static Optional<Tariff> ruling(Calculator calculator, String code) {
        return calculator.book().find(code);
    }

    private static List<Outcome> outcomes(
            Calculator calculator,
            Optional<Tariff> tariff,
            String code,
            int year,
            List<Case> cases,
            boolean explained) {
        Refusal refusal;
        if (tariff.isPresent()) {
            try {
                Run run = calculator.run(tariff.get(), year, cases);
                return explained ? run.explanations() : run.amounts();
            } catch (Refusal wrongTariff) {
                refusal = wrongTariff;
            }
        } else {
            refusal = new Refusal("subscriptions.tariff.unknown", code);
        }
        Outcome refused = new Outcome.Refused(refusal);
        return cases.stream().map(_ -> refused).toList();
    }
}
