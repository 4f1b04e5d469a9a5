// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a year of the centre pays for itself: income by source, cost by service, and how far the one covers the other.
 *
 * @param income by source: quotas, each service, each other source
 * @param services each service with its own income and cost, then what is of the whole centre
 * @param kinds cost by kind, all services together
 */
record Balance(int year, List<Income> income, List<Line> services, List<OfKind> kinds) {

    /**
     * Income of one source.
     *
     * @param due what was approved, less its adjustments
     * @param collected what has come in of it
     */
    record Income(String source, Euro due, Euro collected) {}

    /**
     * A service, or the whole centre.
     *
     * @param common whether it is what no single service accounts for
     */
    record Line(String title, boolean common, Euro income, Euro cost) {

        /** Cost covered by its own income, in per cent with one decimal; {@code null} where nothing is spent. */
        @Nullable
        BigDecimal cover() {
            return Balance.cover(income, cost);
        }
    }

    /** Cost of one kind. */
    record OfKind(CostKind kind, Euro cost) {}

    Euro totalIncome() {
        return Euro.sum(income.stream().map(Income::due).toList());
    }

    Euro totalCollected() {
        return Euro.sum(income.stream().map(Income::collected).toList());
    }

    Euro totalCost() {
        return Euro.sum(kinds.stream().map(OfKind::cost).toList());
    }

    /** Of the year as a whole. */
    @Nullable
    BigDecimal cover() {
        return cover(totalIncome(), totalCost());
    }

    static @Nullable BigDecimal cover(Euro income, Euro cost) {
        return cost.cents() == 0
                ? null
                : BigDecimal.valueOf(income.cents())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(cost.cents()), 1, RoundingMode.HALF_UP);
    }
}
