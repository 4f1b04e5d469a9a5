// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of quantities over time. */
final class Quantities {

    private Quantities() {}

    /** @throws Refusal when on some day there would be two quantities of one key */
    static void check(DatedQuantity added, List<? extends DatedQuantity> others) {
        if (added.value().signum() < 0) {
            throw Refusal.inField("value", "subscriptions.quantity.negative");
        }
        for (DatedQuantity other : others) {
            if (other.key().equals(added.key()) && other.days().overlaps(added.days())) {
                LocalDate last = other.days().to();
                throw Refusal.inField(
                        "from",
                        last == null ? "subscriptions.quantity.overlaps-open" : "subscriptions.quantity.overlaps",
                        Italian.number(other.value()),
                        Italian.date(other.days().from()),
                        Italian.date(last));
            }
        }
    }

    /** The quantities of one key that a day falls in; at most one. */
    static Optional<DatedQuantity> on(LocalDate day, String key, List<DatedQuantity> all) {
        return all.stream()
                .filter(one -> one.key().equals(key) && one.days().contains(day))
                .findFirst();
    }

    /**
     * What counts in a year: the highest value of each key on any of its days, because a unit opened is owed for the
     * calendar year.
     */
    static Map<String, BigDecimal> ofYear(int year, List<DatedQuantity> all) {
        Map<String, BigDecimal> highest = new HashMap<>();
        Period days = Period.ofYear(year);
        for (DatedQuantity one : all) {
            if (one.days().overlaps(days)) {
                highest.merge(one.key(), one.value(), BigDecimal::max);
            }
        }
        return highest;
    }

    /** The same quantity, ending on a day. */
    static DatedQuantity until(DatedQuantity one, @Nullable LocalDate lastDay) {
        return new DatedQuantity(one.key(), new Period(one.days().from(), lastDay), one.value(), one.note());
    }
}
