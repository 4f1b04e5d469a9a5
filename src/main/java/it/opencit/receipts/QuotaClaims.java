// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Period;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Tariff;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The quotas of the members. */
@Component
class QuotaClaims implements ClaimSource {

    private final MembershipDues dues;

    QuotaClaims(MembershipDues dues) {
        this.dues = dues;
    }

    @Override
    public void collect(int year, ClaimBook book) {
        for (MembershipDue due : dues.explained(year).dues()) {
            book.add(
                    new ClaimBook.Thing(
                            "quota:" + due.schemeId() + ":" + due.beneficiary().id(),
                            LineKind.QUOTA,
                            due.beneficiary().id(),
                            due.scheme(),
                            within(year, due.membership())),
                    due.tariff(),
                    due.outcome(),
                    due.values().stream()
                            .map(value -> fact(value, due.tariff()))
                            .toList(),
                    due.shares());
        }
    }

    /** The days of the year that a membership covers. */
    private static Period within(int year, Period membership) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate to = membership.to();
        return new Period(
                membership.from().isAfter(first) ? membership.from() : first,
                to == null || to.isAfter(last) ? last : to);
    }

    private static Why.Fact fact(YearValue value, @Nullable Tariff tariff) {
        String label = tariff == null
                ? value.quantity()
                : tariff.quantities().stream()
                        .filter(quantity -> quantity.key().equals(value.quantity()))
                        .map(Quantity::label)
                        .findFirst()
                        .orElse(value.quantity());
        return new Why.Fact("quantity:" + value.quantity(), label, value.value(), null, value.source(), "");
    }
}
