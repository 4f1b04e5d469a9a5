// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a service of the catalogue.
 *
 * @param code short and stable, such as {@code pec}: imports and programs use it
 * @param summary a sentence or two for who looks through the catalogue
 * @param prices of which no two hold for the same charge and variant on the same day
 * @param included what the quota includes, Italian; "" when nothing is said
 * @param partner the technology partner; {@code null} when the centre does it itself
 * @param offered when it can be asked for
 */
public record OfferingDetails(
        String code,
        String title,
        String summary,
        OfferingClass offeringClass,
        OfferingLevel level,
        OfferingArea area,
        FeeKind fee,
        Continuation continuation,
        List<PriceRule> prices,
        Eligibility eligibility,
        AllowanceSharing sharing,
        String included,
        @Nullable SupplierId partner,
        Period offered) {

    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /** @throws Refusal when it contradicts itself, naming the field */
    public OfferingDetails {
        prices = List.copyOf(prices);
        if (!CODE.matcher(code).matches()) {
            throw Refusal.inField("code", "catalogue.offering.code", code);
        }
        if (title.isBlank()) {
            throw Refusal.inField("title", "catalogue.offering.title");
        }
        if (fee == FeeKind.ONE_OFF && continuation != Continuation.NONE) {
            throw Refusal.inField("continuation", "catalogue.offering.one-off-continues");
        }
        for (int i = 0; i < prices.size(); i++) {
            for (PriceRule other : prices.subList(i + 1, prices.size())) {
                PriceRule rule = prices.get(i);
                if (rule.clashesWith(other)) {
                    throw Refusal.inField(
                            "prices",
                            "catalogue.price.overlap",
                            rule.kind().label(),
                            rule.variant().isEmpty() ? "tutte le varianti" : rule.variant(),
                            rule.tariffCode(),
                            other.tariffCode(),
                            Italian.date(
                                    rule.validity()
                                                    .from()
                                                    .isAfter(other.validity().from())
                                            ? rule.validity().from()
                                            : other.validity().from()));
                }
            }
        }
    }
}
