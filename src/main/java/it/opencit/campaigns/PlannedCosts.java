// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingClass;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Case;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What services will cost one body in the year of a campaign, with the figures known today. */
record PlannedCosts(int year, Calculator calculator, Subject body) {

    private static final Set<String> OF_TIME =
            Set.of(Quantity.YEAR_OF_USE, Quantity.MONTHS_OF_USE, Quantity.MONTHS_BEFORE);

    /**
     * A cost as it is read.
     *
     * @param amount of the year, VAT included; {@code null} when it cannot be told
     */
    record Cost(@Nullable Euro amount, String text) {}

    /**
     * The fee of a service in use.
     *
     * @param asked quantities that take the place of those it has
     */
    Cost ofUse(Offering offering, SubscriptionSummary service, Map<String, BigDecimal> asked) {
        Map<String, BigDecimal> quantities = new HashMap<>(service.quantities());
        quantities.putAll(asked);
        LocalDate from = service.from();
        int firstYear = from == null ? year : from.getYear();
        long monthsBefore = from == null ? 0 : Math.max(0, (year - firstYear) * 12L - from.getMonthValue() + 1);
        quantities.put(Quantity.YEAR_OF_USE, BigDecimal.valueOf(Math.max(1, year - firstYear + 1L)));
        quantities.put(Quantity.MONTHS_OF_USE, BigDecimal.valueOf(12));
        quantities.put(Quantity.MONTHS_BEFORE, BigDecimal.valueOf(monthsBefore));
        Optional<Outcome> fee = outcome(offering, ChargeKind.YEARLY, service.variant(), quantities);
        return fee.map(outcome -> told(outcome, offering, service.variant()))
                .orElseGet(() -> withoutFee(offering, service.variant()));
    }

    /** What a service would cost that the body does not use: the activation, and the fee of the first year. */
    Cost ofNew(Offering offering, String variant) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        quantities.put(Quantity.YEAR_OF_USE, BigDecimal.ONE);
        quantities.put(Quantity.MONTHS_OF_USE, BigDecimal.valueOf(12));
        quantities.put(Quantity.MONTHS_BEFORE, BigDecimal.ZERO);
        Optional<Outcome> activation = outcome(offering, ChargeKind.ACTIVATION, variant, quantities);
        Optional<Outcome> fee = outcome(offering, ChargeKind.YEARLY, variant, quantities);
        if (activation.isEmpty() && fee.isEmpty()) {
            return withoutFee(offering, variant);
        }
        Cost once = activation
                .map(outcome -> outcome instanceof Outcome.Computed computed
                        ? new Cost(computed.amount(), Messages.text("campaigns.cost.activation", amount(computed)))
                        : new Cost(null, Messages.text("campaigns.cost.depends")))
                .orElse(new Cost(Euro.ZERO, ""));
        Cost yearly = fee.map(outcome -> told(outcome, offering, variant)).orElse(new Cost(Euro.ZERO, ""));
        Euro first = once.amount();
        Euro second = yearly.amount();
        return new Cost(
                first == null || second == null ? null : first.plus(second),
                once.text().isEmpty() || yearly.text().isEmpty() || once.text().equals(yearly.text())
                        ? once.text().isEmpty() ? yearly.text() : once.text()
                        : once.text() + "; " + yearly.text());
    }

    /** What the yearly tariff counts, but for time: what a body can have more of. */
    List<Quantity> quantities(Offering offering, String variant) {
        return offering
                .price(ChargeKind.YEARLY, variant, priceDay(offering))
                .flatMap(price -> calculator.book().find(price.tariffCode()))
                .map(Tariff::quantities)
                .orElse(List.of())
                .stream()
                .filter(quantity -> !OF_TIME.contains(quantity.key()))
                .toList();
    }

    private Cost withoutFee(Offering offering, String variant) {
        LocalDate day = priceDay(offering);
        if (offering.price(ChargeKind.CONSUMPTION, variant, day).isPresent()) {
            return new Cost(null, Messages.text("campaigns.cost.consumption"));
        }
        if (offering.offeringClass() == OfferingClass.BASE) {
            return new Cost(Euro.ZERO, Messages.text("campaigns.cost.included"));
        }
        boolean priced =
                offering.prices().stream().anyMatch(price -> price.validity().contains(day));
        return priced
                ? new Cost(Euro.ZERO, Messages.text("campaigns.cost.no-fee"))
                : new Cost(null, Messages.text("campaigns.cost.to-agree"));
    }

    private Cost told(Outcome outcome, Offering offering, String variant) {
        return switch (outcome) {
            case Outcome.Computed computed -> {
                LocalDate day = priceDay(offering);
                boolean more =
                        offering.price(ChargeKind.CONSUMPTION, variant, day).isPresent();
                String fee = Messages.text(
                        more ? "campaigns.cost.yearly-and-more" : "campaigns.cost.yearly", amount(computed));
                yield new Cost(
                        computed.amount(),
                        day.equals(firstDay())
                                ? fee
                                : fee + " " + Messages.text("campaigns.cost.old-price", Italian.date(day)));
            }
            case Outcome.Refused _ -> new Cost(null, Messages.text("campaigns.cost.depends"));
        };
    }

    private static String amount(Outcome.Computed computed) {
        return computed.amount().inItalian() + (computed.vat().isZero() ? "" : " IVA compresa");
    }

    /** Nothing when there is no price of that kind in the year. */
    private Optional<Outcome> outcome(
            Offering offering, ChargeKind kind, String variant, Map<String, BigDecimal> quantities) {
        return offering.price(kind, variant, priceDay(offering)).<Outcome>map(price -> {
            Tariff tariff = calculator.book().find(price.tariffCode()).orElse(null);
            if (tariff == null) {
                return new Outcome.Refused(new Refusal("campaigns.cost.no-tariff", price.tariffCode()));
            }
            try {
                return calculator.amount(tariff, year, new Case(body, quantities));
            } catch (Refusal missing) {
                return new Outcome.Refused(missing);
            }
        });
    }

    /** The first day of the year; where no price is in force then yet, the last day on which one was. */
    private LocalDate priceDay(Offering offering) {
        LocalDate first = firstDay();
        if (offering.prices().stream().anyMatch(price -> price.validity().contains(first))) {
            return first;
        }
        return offering.prices().stream()
                .flatMap(price -> Stream.ofNullable(price.validity().to()))
                .filter(last -> last.isBefore(first))
                .max(Comparator.naturalOrder())
                .orElse(first);
    }

    private LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }
}
