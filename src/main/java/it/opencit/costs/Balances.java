// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.receipts.YearIncome;
import it.opencit.shared.Euro;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts income and costs of a year together. */
@Service
@Transactional(readOnly = true)
class Balances {

    private static final String QUOTAS = "Quote di adesione";
    private static final String COMMON = "Tutto il centro";

    private final YearIncome dues;
    private final Costs costs;
    private final Catalogue catalogue;

    Balances(YearIncome dues, Costs costs, Catalogue catalogue) {
        this.dues = dues;
        this.costs = costs;
        this.catalogue = catalogue;
    }

    /** The years of which anything is known, the last first. */
    List<Integer> years() {
        var years = new TreeSet<>(dues.years());
        costs.all().forEach(stored -> years.add(stored.cost().year()));
        costs.allIncome().forEach(stored -> years.add(stored.income().year()));
        return List.copyOf(years.descendingSet());
    }

    Balance of(int year) {
        Map<OfferingId, String> titles =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Offering::title));
        List<Cost> spent = costs.all().stream()
                .map(StoredCost::cost)
                .filter(cost -> cost.year() == year)
                .toList();
        List<OtherIncome> other = costs.allIncome().stream()
                .map(StoredIncome::income)
                .filter(income -> income.year() == year)
                .toList();
        return of(year, dues.of(year), other, spent, titles);
    }

    /** Pure: what comes in and what goes out, put together. */
    static Balance of(
            int year,
            List<YearIncome.OfService> dues,
            List<OtherIncome> other,
            List<Cost> spent,
            Map<OfferingId, String> titles) {
        List<Balance.Income> income = new ArrayList<>();
        Map<String, Euro> earned = new LinkedHashMap<>();
        for (YearIncome.OfService one : dues) {
            String title = one.offering() == null ? QUOTAS : titles.getOrDefault(one.offering(), "");
            income.add(new Balance.Income(title, one.due(), one.collected()));
            earned.merge(one.offering() == null ? COMMON : title, one.due(), Euro::plus);
        }
        for (IncomeSource source : IncomeSource.values()) {
            Euro sum = Euro.sum(other.stream()
                    .filter(one -> one.source() == source)
                    .map(OtherIncome::amount)
                    .toList());
            if (!sum.isZero()) {
                income.add(new Balance.Income(source.label(), sum, sum));
                earned.merge(COMMON, sum, Euro::plus);
            }
        }
        Map<String, Euro> costs = new LinkedHashMap<>();
        for (Cost cost : spent) {
            String title = cost.offering() == null ? COMMON : titles.getOrDefault(cost.offering(), "");
            costs.merge(title, cost.amount(), Euro::plus);
        }
        return new Balance(year, income, lines(earned, costs), kinds(spent));
    }

    private static List<Balance.Line> lines(Map<String, Euro> earned, Map<String, Euro> costs) {
        var titles = new TreeSet<String>(earned.keySet());
        titles.addAll(costs.keySet());
        return titles.stream()
                .map(title -> new Balance.Line(
                        title,
                        title.equals(COMMON),
                        earned.getOrDefault(title, Euro.ZERO),
                        costs.getOrDefault(title, Euro.ZERO)))
                .sorted(Comparator.comparing(Balance.Line::common)) // what is of the whole centre stands last
                .toList();
    }

    private static List<Balance.OfKind> kinds(Collection<Cost> spent) {
        return Arrays.stream(CostKind.values())
                .map(kind -> new Balance.OfKind(
                        kind,
                        Euro.sum(spent.stream()
                                .filter(cost -> cost.kind() == kind)
                                .map(Cost::amount)
                                .toList())))
                .filter(one -> !one.cost().isZero())
                .toList();
    }
}
