// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.catalogue.OfferingId;
import it.opencit.receipts.YearIncome;
import it.opencit.shared.Euro;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Income and costs put together: a pure rule. */
class BalancesTest {

    private static final OfferingId PAGOPA = new OfferingId(1);
    private static final OfferingId PEC = new OfferingId(2);
    private static final Map<OfferingId, String> TITLES = Map.of(PAGOPA, "PagoPA", PEC, "PEC");

    @Test
    void eachServiceIsCoveredByItsOwnIncomeAndTheCentreByAll() {
        Balance balance = Balances.of(
                2019,
                List.of(
                        new YearIncome.OfService(null, Euro.of("1973.63"), Euro.of("1973.63")),
                        new YearIncome.OfService(PAGOPA, Euro.of("1800.00"), Euro.of("900.00"))),
                List.of(new OtherIncome(2019, IncomeSource.REGION, "Bando", Euro.of("500.00"), "")),
                List.of(
                        cost(CostKind.PERSONNEL, null, "3000.00"),
                        cost(CostKind.SUPPLIES, PAGOPA, "1200.00"),
                        cost(CostKind.SUPPLIES, PEC, "100.00")),
                TITLES);
        assertThat(balance.totalIncome()).isEqualTo(Euro.of("4273.63"));
        assertThat(balance.totalCollected()).isEqualTo(Euro.of("3373.63"));
        assertThat(balance.totalCost()).isEqualTo(Euro.of("4300.00"));
        assertThat(balance.cover()).isEqualByComparingTo("99.4");
        assertThat(balance.services())
                .extracting(Balance.Line::title, Balance.Line::income, Balance.Line::cost)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PEC", Euro.ZERO, Euro.of("100.00")),
                        org.assertj.core.groups.Tuple.tuple("PagoPA", Euro.of("1800.00"), Euro.of("1200.00")),
                        org.assertj.core.groups.Tuple.tuple("Tutto il centro", Euro.of("2473.63"), Euro.of("3000.00")));
        assertThat(balance.services().get(0).cover()).isEqualByComparingTo("0.0");
        assertThat(balance.services().get(1).cover()).isEqualByComparingTo("150.0");
    }

    @Test
    void aYearWithoutCostsHasNoCover() {
        assertThat(Balances.of(2019, List.of(), List.of(), List.of(), TITLES).cover())
                .isNull();
    }

    @Property(tries = 200)
    void noCentIsLostBetweenSourcesServicesAndKinds(
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 9_999_999) Long> amounts) {
        List<Cost> costs = amounts.stream()
                .map(cents -> new Cost(
                        2019,
                        CostKind.values()[(int) (cents % CostKind.values().length)],
                        cents % 3 == 0 ? null : cents % 3 == 1 ? PAGOPA : PEC,
                        "Costo",
                        new Euro(cents),
                        ""))
                .toList();
        Balance balance = Balances.of(2019, List.of(), List.of(), costs, TITLES);
        Euro sum = new Euro(amounts.stream().mapToLong(Long::longValue).sum());
        assertThat(balance.totalCost()).isEqualTo(sum);
        assertThat(Euro.sum(balance.services().stream().map(Balance.Line::cost).toList()))
                .isEqualTo(sum);
    }

    private static Cost cost(CostKind kind, @org.jspecify.annotations.Nullable OfferingId offering, String amount) {
        return new Cost(2019, kind, offering, "Costo", Euro.of(amount), "");
    }
}
