// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.PriceRule;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Case;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a body would pay for a service, for one kind of charge and variant.
 *
 * @param variant "" when it holds for every variant
 * @param tariff that rules the year; {@code null} when none does
 * @param quantities taken for the calculation
 * @param units how they are called, "" when nothing is counted
 */
record OfferCost(
        ChargeKind kind,
        String variant,
        @Nullable Tariff tariff,
        Map<String, BigDecimal> quantities,
        String units,
        Outcome outcome) {

    /**
     * Computes one.
     *
     * @param quantity what to take of each thing that the tariff counts
     * @param yearOfUse 1 is the first; an activation is always of the first
     */
    static OfferCost of(
            Calculator calculator,
            int year,
            Subject subject,
            Offering offering,
            PriceRule rule,
            Function<Quantity, BigDecimal> quantity,
            long yearOfUse) {
        Optional<Tariff> tariff = ChargePricing.ruling(calculator, rule.tariffCode());
        if (tariff.isEmpty()) {
            return new OfferCost(
                    rule.kind(),
                    rule.variant(),
                    null,
                    Map.of(),
                    "",
                    new Outcome.Refused(new Refusal("subscriptions.tariff.unknown", rule.tariffCode())));
        }
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        UnitNames.counted(tariff.get()).forEach(counted -> quantities.put(counted.key(), quantity.apply(counted)));
        var complete = new HashMap<>(quantities);
        complete.put(
                Quantity.YEAR_OF_USE,
                rule.kind() == ChargeKind.ACTIVATION ? BigDecimal.ONE : BigDecimal.valueOf(yearOfUse));
        Outcome outcome;
        try {
            outcome = calculator.explain(tariff.get(), year, new Case(subject, complete));
        } catch (Refusal refusal) {
            outcome = new Outcome.Refused(refusal);
        }
        return new OfferCost(
                rule.kind(),
                rule.variant(),
                tariff.get(),
                quantities,
                UnitNames.of(offering, calculator.book()).counts(quantities),
                outcome);
    }

    /** VAT included; {@code null} when it cannot be computed. */
    @Nullable
    Euro amount() {
        return outcome instanceof Outcome.Computed computed ? computed.amount() : null;
    }

    boolean isQuoted() {
        return isQuoted(tariff);
    }

    /** Whether the amount is itself to be given: then nobody knows it before the centre quotes it. */
    static boolean isQuoted(@Nullable Tariff tariff) {
        return tariff != null
                && UnitNames.counted(tariff).stream()
                        .anyMatch(quantity -> quantity.unit().equals("euro"));
    }
}
