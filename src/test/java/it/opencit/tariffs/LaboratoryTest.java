// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaboratoryTest {

    private static final Kits KITS = Kits.read();
    private static final Calculator CALCULATOR = new Calculator(KITS, FigureKinds.USUAL);
    private static final LocalDate DAY_2013 = LocalDate.of(2013, 12, 31);
    private static final LocalDate DAY_2022 = LocalDate.of(2022, 12, 31);

    private static final Tariff PER_HEAD =
            Tariff.draft(new Component.PerUnit(Measure.figure(FigureKinds.RESIDENTS), Parameter.of("0.10")));
    private static final Tariff COMUNI_ONLY = Tariff.draft(new Component.ByKind(
            List.of(new Component.KindCase(List.of(OrganizationKind.COMUNE), new Component.Fixed(Parameter.of("120")))),
            null));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, nullValues = "-", textBlock = """
      case                              | kind   | residents | now    | then   | difference | percent
      a village pays more               | COMUNE |       800 |  80.00 | 120.00 |      40.00 |    50.0
      a town pays less                  | COMUNE |      3000 | 300.00 | 120.00 |    -180.00 |   -60.0
      nobody lives there: no percentage | COMUNE |         0 |   0.00 | 120.00 |     120.00 |       -
      the same for both                 | COMUNE |      1200 | 120.00 | 120.00 |       0.00 |     0.0
      refused by the second             | UNIONE |       800 |  80.00 | -      | -          |       -
      refused by the first              | COMUNE | -         | -      | 120.00 | -          |       -
      """)
    void eachBodyNowAndThen(
            String name,
            OrganizationKind kind,
            @Nullable Integer residents,
            @Nullable String now,
            @Nullable String then,
            @Nullable String difference,
            @Nullable String percent) {
        ComparedBody line = compare(PER_HEAD, COMUNI_ONLY, List.of(body(1, kind, residents)))
                .bodies()
                .getFirst();

        assertThat(line.now().amount()).isEqualTo(euro(now));
        assertThat(line.then().amount()).isEqualTo(euro(then));
        assertThat(line.difference()).isEqualTo(euro(difference));
        assertThat(line.percent()).isEqualTo(percent == null ? null : new BigDecimal(percent));
        assertThat(line.now().reason() == null).isEqualTo(now != null);
        assertThat(line.then().reason() == null).isEqualTo(then != null);
    }

    @Test
    void aBodyRefusedByOneTariffIsNotASaving() {
        Totals totals = compare(
                        PER_HEAD,
                        COMUNI_ONLY,
                        List.of(
                                body(1, OrganizationKind.COMUNE, 800),
                                body(2, OrganizationKind.UNIONE, 10_000),
                                body(3, OrganizationKind.COMUNE, null)))
                .totals();

        assertThat(totals.now().amount()).isEqualTo(Euro.of("1080.00"));
        assertThat(totals.now().computed()).isEqualTo(2);
        assertThat(totals.then().amount()).isEqualTo(Euro.of("240.00"));
        assertThat(totals.compared()).isEqualTo(1);
        assertThat(totals.difference()).isEqualTo(Euro.of("40.00"));
        assertThat(totals.partlyCompared()).isTrue();
    }

    @Property(tries = 100)
    void differencesAddUpAndRefusedBodiesAreInNoTotal(@ForAll("bodies") List<TriedBody> bodies) {
        Comparison comparison = compare(PER_HEAD, COMUNI_ONLY, bodies);
        Totals totals = comparison.totals();

        Euro differences = Euro.sum(comparison.bodies().stream()
                .map(ComparedBody::difference)
                .filter(Objects::nonNull)
                .toList());
        assertThat(differences)
                .isEqualTo(totals.difference())
                .isEqualTo(totals.thenOfCompared().minus(totals.nowOfCompared()));

        List<TriedBody> accepted = IntStream.range(0, bodies.size())
                .filter(i -> comparison.bodies().get(i).difference() != null)
                .mapToObj(bodies::get)
                .toList();
        Totals withoutRefused = compare(PER_HEAD, COMUNI_ONLY, accepted).totals();
        assertThat(withoutRefused.difference()).isEqualTo(totals.difference());
        assertThat(withoutRefused.then().amount().minus(withoutRefused.now().amount()))
                .isEqualTo(totals.difference());
    }

    @Property(tries = 100)
    void kindsAndClassesAddUpToTheWhole(@ForAll("bodies") List<TriedBody> bodies) {
        Comparison comparison = compare(PER_HEAD, COMUNI_ONLY, bodies);
        Totals totals = comparison.totals();
        var kinds = comparison.byKind().values();
        var classes = comparison.distribution().classes();

        assertThat(Euro.sum(kinds.stream().map(kind -> kind.then().amount()).toList()))
                .isEqualTo(totals.then().amount());
        assertThat(Euro.sum(kinds.stream().map(Totals::difference).toList())).isEqualTo(totals.difference());
        assertThat(kinds.stream().mapToInt(Totals::bodies).sum()).isEqualTo(bodies.size());
        assertThat(classes.stream().mapToLong(Distribution.AmountClass::now).sum())
                .isEqualTo(totals.now().computed());
        assertThat(classes.stream().mapToLong(Distribution.AmountClass::then).sum())
                .isEqualTo(totals.then().computed());
    }

    @Test
    void theLargestTenOnEachSideMostFirst() {
        Comparison comparison = compare(
                PER_HEAD,
                COMUNI_ONLY,
                IntStream.rangeClosed(0, 30)
                        .mapToObj(i -> body(i, OrganizationKind.COMUNE, i * 100))
                        .toList());

        assertThat(comparison.largestGains())
                .hasSize(10)
                .first()
                .extracting(ComparedBody::difference)
                .isEqualTo(Euro.of("-180.00"));
        assertThat(comparison.largestLosses())
                .hasSize(10)
                .first()
                .extracting(ComparedBody::difference)
                .isEqualTo(Euro.of("120.00"));
        assertThat(comparison.count(0)).isEqualTo(1);
    }

    @Test
    void withoutTheFigureOfItsDateATariffIsRefusedUnlessTheLatestMayStandIn() {
        Tariff brescia = KITS.find("brescia-2015-2020/quota").orElseThrow();
        TriedBody coccaglio = new TriedBody(
                1,
                "C806",
                Subject.of(
                        "Coccaglio",
                        OrganizationKind.COMUNE,
                        Figure.at(DAY_2013, FigureKinds.RESIDENTS, 8757, "CRM"),
                        Figure.at(DAY_2022, FigureKinds.RESIDENTS, 8771, "Istat"),
                        new Figure(FigureKinds.BUSINESSES, BigDecimal.valueOf(879), DAY_2022, "", "dimostrativo")));

        ComparedBody strict = Laboratory.compare(CALCULATOR, experiment(brescia, brescia, List.of(coccaglio), false))
                .bodies()
                .getFirst();
        ComparedBody lenient = Laboratory.compare(CALCULATOR, experiment(brescia, brescia, List.of(coccaglio), true))
                .bodies()
                .getFirst();

        assertThat(strict.now().amount()).isNull();
        assertThat(strict.now().reason()).contains("imprese al 31/12/2013");
        assertThat(lenient.now().amount()).isEqualTo(Euro.of("1973.63"));
        assertThat(lenient.marks()).containsExactly("dimostrativo, dato al 31/12/2022");
    }

    @Test
    void theMapHasWhatItsTitleSays() {
        Comparison comparison = compare(PER_HEAD, COMUNI_ONLY, List.of(body(7, OrganizationKind.COMUNE, 800)));

        assertThat(comparison.amountsOnMap()).isEqualTo(Map.of("A007", new BigDecimal("120.00")));
        assertThat(comparison.differencesOnMap()).isEqualTo(Map.of("A007", new BigDecimal("40.00")));
    }

    @Provide
    Arbitrary<List<TriedBody>> bodies() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 9999),
                        Arbitraries.of(OrganizationKind.COMUNE, OrganizationKind.UNIONE),
                        Arbitraries.integers().between(0, 200_000).injectNull(0.2))
                .as(LaboratoryTest::body)
                .list()
                .ofMaxSize(40);
    }

    private static TriedBody body(long id, OrganizationKind kind, @Nullable Integer residents) {
        Subject subject = residents == null
                ? Subject.of("Ente " + id, kind)
                : Subject.of("Ente " + id, kind, Figure.at(DAY_2022, FigureKinds.RESIDENTS, residents, "Istat"));
        return new TriedBody(id, "A%03d".formatted(id), subject);
    }

    private static Comparison compare(Tariff now, Tariff then, List<TriedBody> bodies) {
        return Laboratory.compare(CALCULATOR, experiment(now, then, bodies, false));
    }

    private static Experiment experiment(Tariff now, Tariff then, List<TriedBody> bodies, boolean latest) {
        return new Experiment(2024, now, then, bodies, Map.of(), latest);
    }

    private static @Nullable Euro euro(@Nullable String decimal) {
        return decimal == null ? null : Euro.of(decimal);
    }
}
