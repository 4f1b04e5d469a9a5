// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static it.opencit.organizations.OrganizationKind.COMUNE;
import static it.opencit.tariffs.FigureKinds.BUSINESSES;
import static it.opencit.tariffs.FigureKinds.RESIDENTS;
import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds whatever the tariff and the body. */
class TariffPropertiesTest {

    private static final Calculator CALCULATOR = new Calculator(TariffBook.EMPTY, FigureKinds.USUAL);
    private static final Measure PEOPLE = Measure.figure(RESIDENTS);

    @Property
    void sharesAddUpToTheCostAndNeverLackACentToTheHeavier(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_00L) long cents,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 100_000) Integer> weights) {
        List<BigDecimal> all =
                new ArrayList<>(weights.stream().map(BigDecimal::valueOf).toList());
        all.add(BigDecimal.ONE);
        Euro cost = new Euro(cents);
        List<Euro> shares = Sharing.of(cost, all);
        assertThat(Euro.sum(shares)).isEqualTo(cost);
        assertThat(Sharing.of(cost, all)).isEqualTo(shares);
        BigDecimal total = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < all.size(); i++) {
            BigDecimal distance = cost.value()
                    .multiply(all.get(i))
                    .subtract(shares.get(i).value().multiply(total))
                    .abs();
            assertThat(distance).isLessThan(new BigDecimal("0.01").multiply(total));
        }
    }

    @Property
    void whoIsEarlierInTheOrderWinsTheTie(
            @ForAll @LongRange(min = 0, max = 100_000) long cents, @ForAll @IntRange(min = 1, max = 50) int bodies) {
        List<Euro> shares = Sharing.of(new Euro(cents), Collections.nCopies(bodies, BigDecimal.TEN));
        assertThat(shares).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Property
    void progressiveBandsNeverChargeLessForMore(
            @ForAll("bands") List<Band> bands,
            @ForAll @LongRange(min = 0, max = 200_000) long some,
            @ForAll @LongRange(min = 0, max = 200_000) long more) {
        var tree = new Component.Progressive(PEOPLE, bands);
        assertThat(amount(tree, some + more)).isGreaterThanOrEqualTo(amount(tree, some));
    }

    @Property
    void onlyOneUnitMoreCrossesABand(@ForAll("bands") List<Band> bands) {
        var tree = new Component.Progressive(PEOPLE, bands);
        BigDecimal highest = bands.stream()
                .map(band -> band.value().value())
                .max(BigDecimal::compareTo)
                .orElseThrow();
        for (Band band : bands.subList(0, bands.size() - 1)) {
            long end = band.upTo() == null ? 0 : band.upTo();
            BigDecimal step = amount(tree, end + 1).minus(amount(tree, end)).value();
            assertThat(step).isLessThanOrEqualTo(highest.add(new BigDecimal("0.01")));
        }
    }

    @Property
    void aRatePerUnitGrowsWithTheUnits(
            @ForAll("rates") BigDecimal rate,
            @ForAll @LongRange(min = 0, max = 100_000) long some,
            @ForAll @LongRange(min = 0, max = 100_000) long more) {
        var tree = new Component.PerUnit(PEOPLE, new Parameter(rate, null));
        assertThat(amount(tree, some + more)).isGreaterThanOrEqualTo(amount(tree, some));
    }

    @Property
    void theExplanationEndsWithTheAmountAndChangesNothing(
            @ForAll("trees") Component tree, @ForAll @LongRange(min = 0, max = 60_000) long residents) {
        Case one = roccaverde(residents);
        var explained = CALCULATOR.explain(Tariff.draft(tree), 2020, one);
        var amount = CALCULATOR.amount(Tariff.draft(tree), 2020, one);
        assertThat(amount.steps()).isEmpty();
        assertThat(explained.amount()).isEqualTo(amount.amount());
        assertThat(explained.marks()).isEqualTo(amount.marks());
        assertThat(Euro.exactly(explained.steps().getLast().amount())).isEqualTo(amount.amount());
        assertThat(explained.steps().getLast().depth()).isZero();
    }

    @Property
    void computingAgainGivesTheSame(
            @ForAll("trees") Component tree, @ForAll @LongRange(min = 0, max = 60_000) long residents) {
        Run run = CALCULATOR.run(Tariff.draft(tree), 2020, List.of(roccaverde(residents), roccaverde(residents)));
        assertThat(run.explanations()).isEqualTo(run.explanations());
        assertThat(run.amount(0)).isEqualTo(run.amount(1));
    }

    @Property
    void everyTreeComesBackFromItsJson(@ForAll("trees") Component tree) {
        assertThat(TariffJson.readTree(TariffJson.write(tree))).isEqualTo(tree);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(50))
                .ofScale(3);
    }

    @Provide
    Arbitrary<List<Band>> bands() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(1, 50_000)
                                .list()
                                .ofMinSize(0)
                                .ofMaxSize(6),
                        rates().list().ofSize(7),
                        Arbitraries.of(true, false))
                .as((bounds, rates, withFrom) -> {
                    List<Band> bands = new ArrayList<>();
                    Long from = withFrom ? 0L : null;
                    for (Long bound : new TreeSet<>(bounds)) {
                        bands.add(new Band(from, bound, new Parameter(rates.get(bands.size()), null)));
                        from = withFrom ? bound + 1 : null;
                    }
                    bands.add(new Band(from, null, new Parameter(rates.get(bands.size()), "da vedere")));
                    return bands;
                });
    }

    @Provide
    Arbitrary<Component> trees() {
        return trees(3);
    }

    private Arbitrary<Component> trees(int depth) {
        return depth == 0
                ? leaves()
                : Arbitraries.frequencyOf(Tuple.of(2, leaves()), Tuple.of(3, composed(trees(depth - 1))));
    }

    private Arbitrary<Component> leaves() {
        Arbitrary<Parameter> parameter = rates().map(rate -> new Parameter(rate, null));
        return Arbitraries.oneOf(
                parameter.map(Component.Fixed::new),
                parameter.map(rate -> new Component.PerUnit(Measure.figure(BUSINESSES), rate)),
                bands().map(bands -> new Component.BandAmount(PEOPLE, bands)),
                bands().map(bands -> new Component.BandRate(PEOPLE, Measure.figure(BUSINESSES), bands)),
                bands().map(bands -> new Component.Progressive(PEOPLE, bands)),
                parameter.map(rate -> new Component.Packs(PEOPLE, Parameter.of("300"), rate)),
                Combinators.combine(bands(), parameter)
                        .as((bands, rate) -> new Component.Overage(
                                Measure.quantity("gigabytes"),
                                new Allowance.ByKind(
                                        List.of(new Allowance.KindCase(
                                                List.of(COMUNE), new Allowance.Banded(PEOPLE, bands))),
                                        new Allowance.Flat(rate)),
                                rate,
                                bands.size() > 3)),
                Arbitraries.just(new Component.Quoted("offer", "offerta attesa")));
    }

    private Arbitrary<Component> composed(Arbitrary<Component> inner) {
        Arbitrary<Parameter> percent = Arbitraries.integers()
                .between(0, 100)
                .map(value -> new Parameter(BigDecimal.valueOf(value), "sconto da vedere"));
        return Arbitraries.oneOf(
                inner.map(content -> new Component.Named("Canone", content)),
                inner.list().ofMinSize(1).ofMaxSize(4).map(Component.Sum::new),
                Combinators.combine(inner, percent).as(Component.Discount::new),
                Combinators.combine(inner, inner).as(Component.FirstYear::new),
                Combinators.combine(inner, inner).as(Component.ActivationPlusYearly::new),
                Combinators.combine(inner, inner).as(Component.ListPrice::new),
                Combinators.combine(inner, inner)
                        .as((content, cap) -> new Component.NotAboveYear(
                                content, 2013, cap, Map.of(RESIDENTS, ReferenceDate.Moving.LATEST))),
                Combinators.combine(inner, inner)
                        .as((comune, other) -> new Component.ByKind(
                                List.of(new Component.KindCase(List.of(COMUNE, OrganizationKind.OTHER), comune)),
                                other)),
                inner.map(content -> new Component.Limits(content, Parameter.of("10"), Parameter.of("9000"))),
                inner.map(content -> new Component.FreeMonths(5, content)));
    }

    private static Case roccaverde(long residents) {
        return new Case(
                Subject.of(
                        "Comune di Roccaverde",
                        COMUNE,
                        Figure.stated(RESIDENTS, residents),
                        Figure.stated(BUSINESSES, residents / 11)),
                Map.of(
                        "gigabytes", new BigDecimal("12.5"),
                        "offer", new BigDecimal("321.5"),
                        "yearOfUse", BigDecimal.ONE));
    }

    private static Euro amount(Component tree, long residents) {
        return CALCULATOR
                .amount(Tariff.draft(tree), 2020, roccaverde(residents))
                .amount();
    }
}
