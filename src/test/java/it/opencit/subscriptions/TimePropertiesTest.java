// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.catalogue.ChargeKind;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TimePropertiesTest {

    @Property
    void theMonthsOfTheYearsAddUpToThoseOfTheWholeUse(
            @ForAll("days") LocalDate first, @ForAll @IntRange(min = 0, max = 4000) int length) {
        LocalDate last = first.plusDays(length);
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            LocalDate from = year == first.getYear() ? first : LocalDate.of(year, 1, 1);
            LocalDate to = year == last.getYear() ? last : LocalDate.of(year, 12, 31);
            var time = UseTime.of(first, from, to);
            assertThat(time.get(Quantity.MONTHS_BEFORE)).isEqualByComparingTo(sum);
            assertThat(time.get(Quantity.YEAR_OF_USE))
                    .isEqualByComparingTo(BigDecimal.valueOf(year - first.getYear() + 1L));
            assertThat(time.get(Quantity.MONTHS_OF_USE)).isBetween(BigDecimal.ONE, BigDecimal.valueOf(12));
            sum = sum.add(time.get(Quantity.MONTHS_OF_USE));
        }
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(UseTime.months(first, last)));
    }

    @Property
    void quantitiesThatAreAcceptedNeverOverlapAndTheYearTakesTheHighest(
            @ForAll("quantities") List<DatedQuantity> typed, @ForAll @IntRange(min = 2015, max = 2026) int year) {
        List<DatedQuantity> kept = new ArrayList<>();
        for (DatedQuantity one : typed) {
            try {
                Quantities.check(one, kept);
                kept.add(one);
            } catch (Refusal refusal) {
                assertThat(refusal.field()).isEqualTo("from");
                assertThat(kept).anyMatch(other -> other.days().overlaps(one.days()));
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            for (DatedQuantity other : kept.subList(i + 1, kept.size())) {
                assertThat(kept.get(i).days().overlaps(other.days())).isFalse();
            }
        }
        BigDecimal daily = null;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            BigDecimal value = Quantities.on(day, "mailboxes", kept)
                    .map(DatedQuantity::value)
                    .orElse(null);
            daily = value == null || (daily != null && daily.compareTo(value) > 0) ? daily : value;
        }
        assertThat(Quantities.ofYear(year, kept).get("mailboxes")).isEqualTo(daily);
    }

    @Property
    void aFeeTermStaysInsideOneYear(@ForAll("days") LocalDate from, @ForAll @IntRange(min = 0, max = 800) int length) {
        LocalDate to = from.plusDays(length);
        if (from.getYear() == to.getYear()) {
            assertThat(new FeeTerm(ChargeKind.YEARLY, from, to).year()).isEqualTo(from.getYear());
        } else {
            assertThatThrownBy(() -> new FeeTerm(ChargeKind.YEARLY, from, to)).isInstanceOf(Refusal.class);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 4000).map(LocalDate.of(2015, 1, 1)::plusDays);
    }

    @Provide
    Arbitrary<List<DatedQuantity>> quantities() {
        Arbitrary<DatedQuantity> one = Combinators.combine(
                        days(),
                        Arbitraries.integers().between(0, 900).injectNull(0.2),
                        Arbitraries.integers().between(0, 20))
                .as((from, length, value) -> new DatedQuantity(
                        "mailboxes",
                        new Period(from, length == null ? null : from.plusDays(length)),
                        BigDecimal.valueOf(value),
                        ""));
        return one.list().ofMaxSize(8);
    }
}
