// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.subscriptions.Charge;
import it.opencit.subscriptions.ChargePricing;
import it.opencit.subscriptions.PricedCharge;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Tariff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The services in use, at the amounts that their pages show. */
@Component
class ServiceClaims implements ClaimSource {

    private final Subscriptions subscriptions;
    private final ChargePricing pricing;

    ServiceClaims(Subscriptions subscriptions, ChargePricing pricing) {
        this.subscriptions = subscriptions;
        this.pricing = pricing;
    }

    @Override
    public void collect(int year, ClaimBook book) {
        for (PricedCharge priced : pricing.explained(year, subscriptions.chargesOf(year))) {
            Charge charge = priced.charge();
            book.add(
                    thing(charge),
                    priced.tariff(),
                    priced.outcome(),
                    facts(priced.tariff(), charge.quantities()),
                    charge.payers());
        }
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
    private static List<Why.Fact> facts(@Nullable Tariff tariff, Map<String, BigDecimal> quantities) {
        List<Why.Fact> facts = new ArrayList<>();
        for (Quantity quantity : tariff == null ? List.<Quantity>of() : tariff.quantities()) {
            BigDecimal value = quantities.get(quantity.key());
            if (value != null) {
                facts.add(new Why.Fact("quantity:" + quantity.key(), quantity.label(), value, null, "", ""));
            }
        }
        return facts;
    }
}
