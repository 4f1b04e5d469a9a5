// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.PriceRule;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.TariffBook;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is counted of a service, and how pages call it: the quantities that its tariffs declare, time apart.
 *
 * @param dated by key: those that a body has, from a day to another
 * @param consumed by key: those that are used up
 */
record UnitNames(Map<String, Quantity> dated, Map<String, Quantity> consumed) {

    static UnitNames of(Offering offering, TariffBook book) {
        return new UnitNames(
                declared(offering, book, rule -> rule.kind() != ChargeKind.CONSUMPTION),
                declared(offering, book, rule -> rule.kind() == ChargeKind.CONSUMPTION));
    }

    private static Map<String, Quantity> declared(Offering offering, TariffBook book, Predicate<PriceRule> wanted) {
        Map<String, Quantity> found = new LinkedHashMap<>();
        offering.prices().stream()
                .filter(wanted)
                .flatMap(rule -> book.find(rule.tariffCode()).stream())
                .flatMap(tariff -> counted(tariff).stream())
                .forEach(quantity -> found.putIfAbsent(quantity.key(), quantity));
        return found;
    }

    /** What a tariff counts, time apart. */
    static List<Quantity> counted(Tariff tariff) {
        return tariff.quantities().stream()
                .filter(quantity -> !UseTime.KEYS.contains(quantity.key()))
                .toList();
    }

    boolean any() {
        return !dated.isEmpty() || !consumed.isEmpty();
    }

    /** The question of a quantity, such as "Caselle PEC attive nell'anno". */
    String label(String key) {
        Quantity quantity = dated.getOrDefault(key, consumed.get(key));
        return quantity == null ? key : quantity.label();
    }

    /** Such as {@code 3 caselle}. */
    String words(String key, BigDecimal value) {
        Quantity quantity = dated.getOrDefault(key, consumed.get(key));
        return Italian.number(value) + " " + (quantity == null ? key : quantity.unit());
    }

    /** Such as {@code 3 caselle, 2 kit}. */
    String words(Map<String, BigDecimal> quantities) {
        return quantities.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> words(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code caselle: 1}, which reads well for one too. */
    String counts(Map<String, BigDecimal> quantities) {
        return quantities.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    Quantity quantity = dated.getOrDefault(entry.getKey(), consumed.get(entry.getKey()));
                    return (quantity == null ? entry.getKey() : quantity.unit()) + ": "
                            + Italian.number(entry.getValue());
                })
                .collect(Collectors.joining(", "));
    }
}
