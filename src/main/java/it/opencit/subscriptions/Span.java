// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which years, and of which subscriptions.
 *
 * @param subscriptions {@code null} for all of the centre
 */
record Span(int firstYear, int lastYear, @Nullable Collection<SubscriptionId> subscriptions) {

    static Span ofYear(int year) {
        return new Span(year, year, null);
    }

    Long @Nullable [] ids() {
        Collection<SubscriptionId> some = subscriptions;
        return some == null ? null : some.stream().map(SubscriptionId::value).toArray(Long[]::new);
    }

    LocalDate firstDay() {
        return LocalDate.of(firstYear, 1, 1);
    }

    LocalDate lastDay() {
        return LocalDate.of(lastYear, 12, 31);
    }
}
