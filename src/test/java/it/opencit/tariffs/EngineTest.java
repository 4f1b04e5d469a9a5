// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static it.opencit.organizations.OrganizationKind.COMUNE;
import static it.opencit.organizations.OrganizationKind.UNIONE;
import static it.opencit.tariffs.FigureKinds.BUSINESSES;
import static it.opencit.tariffs.FigureKinds.RESIDENTS;
import static it.opencit.tariffs.FigureKinds.WORKSTATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each shape of tariff, alone and composed. */
class EngineTest {

    private static final Calculator CALCULATOR = new Calculator(TariffBook.EMPTY, FigureKinds.USUAL);
    private static final Measure PEOPLE = Measure.figure(RESIDENTS);
    private static final Measure SEATS = Measure.figure(WORKSTATIONS);

    @ParameterizedTest(name = "{0} inhabitants pay {1}")
    @CsvSource({"0, 0.00", "1000, 100.00", "1001, 100.05", "2000, 150.00", "2001, 150.01", "5000, 180.00"})
    void progressiveBandsChargeEachStretchAtItsOwnRate(long residents, String expected) {
        var tree = new Component.Progressive(
                PEOPLE, List.of(Band.upTo(1000, "0.10"), Band.upTo(2000, "0.05"), Band.above("0.01")));
        assertThat(amount(tree, roccaverde(residents))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} inhabitants, {1} workstations pay {2}")
    @CsvSource({"1000, 10, 330.00", "1001, 10, 300.00", "1000, 0, 0.00"})
    void theBandOfOneMeasureSetsTheRateOfAnother(long residents, long seats, String expected) {
        var tree = new Component.BandRate(PEOPLE, SEATS, List.of(Band.upTo(1000, "33"), Band.above("30")));
        assertThat(amount(tree, roccaverde(residents).with(Figure.stated(WORKSTATIONS, seats))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} gigabytes pay {1}")
    @CsvSource({"0, 0.00", "30, 0.00", "30.1, 25.00", "31, 25.00", "31.5, 50.00"})
    void aStartedUnitBeyondTheAllowanceIsWhole(String gigabytes, String expected) {
        var tree = overage("gigabytes", "30", "25", true);
        assertThat(amount(tree, roccaverde(800), Map.of("gigabytes", new BigDecimal(gigabytes))))
                .isEqualTo(expected);
    }

    @Test
    void partOfAUnitCountsInProportionWhereTheTariffSaysSo() {
        assertThat(amount(
                        overage("gigabytes", "30", "25", false),
                        roccaverde(800),
                        Map.of("gigabytes", new BigDecimal("30.1"))))
                .isEqualTo("2.50");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"COMUNE, 10.00", "UNIONE, 300.00", "PROVINCIA, 300.00"})
    void anotherKindOfBodyTakesTheOtherwise(OrganizationKind kind, String expected) {
        var tree = new Component.ByKind(List.of(new Component.KindCase(List.of(COMUNE), fixed("10"))), fixed("300"));
        assertThat(amount(tree, Subject.of("Ente", kind))).isEqualTo(expected);
    }

    @Test
    void aKindThatTheTariffDoesNotForeseeIsRefused() {
        var tree = new Component.ByKind(List.of(new Component.KindCase(List.of(COMUNE), fixed("10"))), null);
        assertRefused(tree, Subject.of("Unione dei Colli", UNIONE), "non prevede enti di tipo Unione di Comuni");
    }

    @ParameterizedTest(name = "year of use {0}: {1} and {2}")
    @CsvSource({"1, 136.00, 25.00", "2, 36.00, 5.00", "7, 36.00, 5.00"})
    void theFirstYearDiffers(String yearOfUse, String withActivation, String firstOrFollowing) {
        Map<String, BigDecimal> quantities = Map.of("yearOfUse", new BigDecimal(yearOfUse));
        assertThat(amount(new Component.ActivationPlusYearly(fixed("100"), fixed("36")), roccaverde(800), quantities))
                .isEqualTo(withActivation);
        assertThat(amount(new Component.FirstYear(fixed("25"), fixed("5")), roccaverde(800), quantities))
                .isEqualTo(firstOrFollowing);
    }

    @ParameterizedTest(name = "{0} used, {1} before: {2}")
    @CsvSource({"12, 0, 0.00", "3, 0, 0.00", "12, 3, 300.00", "12, 12, 1200.00", "6, 20, 600.00", "12, 11, 1100.00"})
    void theFirstTwelveMonthsAreFree(String used, String before, String expected) {
        var tree = new Component.FreeMonths(12, fixed("1200"));
        assertThat(amount(
                        tree,
                        roccaverde(800),
                        Map.of("monthsOfUse", new BigDecimal(used), "monthsBefore", new BigDecimal(before))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} inhabitants pay {1}")
    @CsvSource({"100, 500.00", "2500, 2250.00", "9000, 5000.00"})
    void discountThenFloorAndCeiling(long residents, String expected) {
        var tree = new Component.Limits(
                new Component.Discount(new Component.PerUnit(PEOPLE, Parameter.of("1")), Parameter.of("10")),
                Parameter.of("500"),
                Parameter.of("5000"));
        assertThat(amount(tree, roccaverde(residents))).isEqualTo(expected);
    }

    @Test
    void theCapIsWhatWasAppliedInTheYearWhenThatIsKnown() {
        var tree = notAbove2013(Map.of());
        assertThat(amount(tree, roccaverde(1000))).isEqualTo("150.00");
        assertThat(amount(tree, roccaverde(1000).withPastAmount(2013, Euro.of("120.00"))))
                .isEqualTo("120.00");
    }

    @Test
    void theCapIsComputedOnTheFiguresOfItsOwnDateWhenThatIsGiven() {
        var tree = notAbove2013(Map.of(RESIDENTS, new ReferenceDate.On(LocalDate.of(2011, 12, 31))));
        Subject subject = Subject.of("Comune di Roccaverde", COMUNE)
                .with(Figure.at(LocalDate.of(2018, 12, 31), RESIDENTS, 1000, "ISTAT"))
                .with(Figure.at(LocalDate.of(2011, 12, 31), RESIDENTS, 900, "ISTAT"));
        assertThat(amount(tree, subject)).isEqualTo("135.00");
    }

    @Test
    void whoHasNoConventionPaysTheListPrice() {
        var tree = new Component.ListPrice(fixed("80"), fixed("100"));
        assertThat(amount(tree, roccaverde(800))).isEqualTo("80.00");
        assertThat(amount(tree, roccaverde(800).withoutConvention())).isEqualTo("100.00");
    }

    @Test
    void aQuotedPriceIsAskedFor() {
        var tree = new Component.Quoted("offer", null);
        assertThat(amount(tree, roccaverde(800), Map.of("offer", new BigDecimal("1234.5"))))
                .isEqualTo("1234.50");
        assertRefused(tree, roccaverde(800), "caso per caso");
    }

    @Test
    void vatIsAddedToTheRoundedNet() {
        Tariff tariff = withVat(fixed("150"), new Vat(Percentage.of("22"), "d.P.R. 633/1972, art. 16"));
        var computed = CALCULATOR.explain(tariff, 2021, Case.of(roccaverde(500)));
        assertThat(computed.net()).hasToString("150.00");
        assertThat(computed.vat()).hasToString("33.00");
        assertThat(computed.amount()).hasToString("183.00");
        assertThat(computed.steps()).extracting(Step::text).contains("IVA 22 % su € 150,00 (d.P.R. 633/1972, art. 16)");
    }

    @Test
    void anExemptAmountSaysWhy() {
        var computed = CALCULATOR.explain(withVat(fixed("500"), new Vat(null, "ESENTE")), 2017, Case.of(roccaverde(1)));
        assertThat(computed.amount()).hasToString("500.00");
        assertThat(computed.steps()).last().extracting(Step::text).isEqualTo("IVA: esente (ESENTE)");
    }

    @Test
    void aReferredTariffCountsWithItsOwnDates() {
        Tariff other = new Tariff(
                "altro/base",
                "Base",
                "altro",
                LocalDate.of(2015, 1, 1),
                null,
                null,
                Map.of(RESIDENTS, new ReferenceDate.On(LocalDate.of(2013, 12, 31))),
                List.of(),
                new Component.PerUnit(PEOPLE, Parameter.of("0.125")),
                null,
                List.of());
        Calculator calculator = new Calculator(
                code -> code.equals("altro/base") ? Optional.of(other) : Optional.empty(), FigureKinds.USUAL);
        Subject subject = Subject.of("Comune di Roccaverde", COMUNE)
                .with(Figure.at(LocalDate.of(2013, 12, 31), RESIDENTS, 801, "ISTAT"))
                .with(Figure.at(LocalDate.of(2018, 12, 31), RESIDENTS, 900, "ISTAT"));
        var tree = new Component.Sum(
                List.of(new Component.Reference("altro/base"), new Component.Reference("altro/base")));
        assertThat(calculator.amount(Tariff.draft(tree), 2019, Case.of(subject)).amount())
                .as("100.125 twice, rounded once")
                .hasToString("200.25");
    }

    @Test
    void eachMovingDateTakesTheFigureOfItsYear() {
        Subject subject = Subject.of("Comune di Roccaverde", COMUNE);
        for (int year = 2013; year <= 2020; year++) {
            subject = subject.with(Figure.at(LocalDate.of(year, 12, 31), RESIDENTS, year, "ISTAT"));
        }
        Case one = Case.of(subject);
        assertThat(amountWith(ReferenceDate.Moving.PREVIOUS_YEAR_END, one)).isEqualTo("2018.00");
        assertThat(amountWith(ReferenceDate.Moving.PENULTIMATE_YEAR_END, one)).isEqualTo("2017.00");
        assertThat(amountWith(ReferenceDate.Moving.LATEST, one)).isEqualTo("2019.00");
        assertThat(amountWith(new ReferenceDate.On(LocalDate.of(2013, 12, 31)), one))
                .isEqualTo("2013.00");
    }

    @Test
    void aMissingFigureIsNamedWithItsDate() {
        Tariff tariff = withDate(
                new Component.PerUnit(Measure.figure(BUSINESSES), Parameter.of("1")),
                BUSINESSES,
                new ReferenceDate.On(LocalDate.of(2013, 12, 31)));
        assertThatThrownBy(() -> CALCULATOR.amount(tariff, 2019, Case.of(roccaverde(800))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("manca il numero di imprese al 31/12/2013");
    }

    @Test
    void aCostIsSharedToTheCentAmongThoseWhoTakePart() {
        var tree = new Component.Share(fixed("100"), SEATS, List.of(COMUNE));
        List<Case> cases = List.of(
                Case.of(Subject.of("A", COMUNE, Figure.stated(WORKSTATIONS, 5))),
                Case.of(Subject.of("U", UNIONE)),
                Case.of(Subject.of("B", COMUNE, Figure.stated(WORKSTATIONS, 5))),
                Case.of(Subject.of("C", COMUNE, Figure.stated(WORKSTATIONS, 5))));
        Run run = CALCULATOR.run(Tariff.draft(tree), 2020, cases);
        assertThat(run.amounts())
                .extracting(outcome -> outcome.orRefuse().amount().toString())
                .containsExactly("33.34", "0.00", "33.33", "33.33");
        assertThat(run.explain(0).orRefuse().steps().getFirst().text())
                .isEqualTo("Parte di € 100,00: 5 postazioni su 15");
        assertRefused(tree, roccaverde(800), "tutti gli enti che partecipano");
    }

    @Test
    void aShareSaysWhoseWeightIsMissing() {
        var tree = new Component.Share(fixed("100"), SEATS, List.of());
        List<Case> cases =
                List.of(Case.of(Subject.of("A", COMUNE, Figure.stated(WORKSTATIONS, 5))), Case.of(roccaverde(800)));
        assertThat(CALCULATOR.run(Tariff.draft(tree), 2020, cases).amount(0))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason().inItalian())
                                .contains("Comune di Roccaverde", "manca il numero di postazioni"));
    }

    @Test
    void marksTravelFromFiguresAndParametersToTheAmount() {
        var tree = new Component.PerUnit(PEOPLE, Parameter.toConfirm("0.125", "sconto dell'art. 17 non indicato"));
        Subject subject = Subject.of("Comune di Roccaverde", COMUNE)
                .with(new Figure(RESIDENTS, BigDecimal.valueOf(800), null, null, "dimostrativo"));
        var explained = CALCULATOR.explain(Tariff.draft(tree), 2020, Case.of(subject));
        assertThat(explained.marks())
                .containsExactly(
                        new Mark("dimostrativo", "800 abitanti"),
                        new Mark("da confermare", "sconto dell'art. 17 non indicato"));
        assertThat(explained.steps().getFirst().marks()).isEqualTo(explained.marks());
        assertThat(CALCULATOR.amount(Tariff.draft(tree), 2020, Case.of(subject)).marks())
                .isEqualTo(explained.marks());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"offer, -1", "offer, 1e20", "offer, 0.0000000001"})
    void aQuantityBeyondReasonIsRefused(String key, String value) {
        assertThatThrownBy(() ->
                        amount(new Component.Quoted("offer", null), roccaverde(1), Map.of(key, new BigDecimal(value))))
                .isInstanceOf(Refusal.class);
    }

    private static Component.Fixed fixed(String amount) {
        return new Component.Fixed(Parameter.of(amount));
    }

    private static Component overage(String key, String allowance, String rate, boolean whole) {
        return new Component.Overage(
                Measure.quantity(key), new Allowance.Flat(Parameter.of(allowance)), Parameter.of(rate), whole);
    }

    private static Component notAbove2013(Map<String, ReferenceDate> dates) {
        return new Component.NotAboveYear(
                new Component.PerUnit(PEOPLE, Parameter.of("0.20")),
                2013,
                new Component.PerUnit(PEOPLE, Parameter.of("0.15")),
                dates);
    }

    private static Subject roccaverde(long residents) {
        return Subject.of("Comune di Roccaverde", COMUNE, Figure.stated(RESIDENTS, residents));
    }

    private static Tariff withVat(Component tree, Vat vat) {
        Tariff draft = Tariff.draft(tree);
        return new Tariff(
                draft.code(),
                draft.title(),
                draft.centre(),
                draft.validFrom(),
                null,
                null,
                Map.of(),
                List.of(),
                tree,
                vat,
                List.of());
    }

    private static Tariff withDate(Component tree, String kind, ReferenceDate date) {
        return new Tariff(
                "bozza",
                "Bozza",
                "",
                LocalDate.of(2015, 1, 1),
                null,
                null,
                Map.of(kind, date),
                List.of(),
                tree,
                null,
                List.of());
    }

    private static String amountWith(ReferenceDate date, Case one) {
        Tariff tariff = withDate(new Component.PerUnit(PEOPLE, Parameter.of("1")), RESIDENTS, date);
        return CALCULATOR.amount(tariff, 2019, one).amount().toString();
    }

    private static String amount(Component tree, Subject subject) {
        return amount(tree, subject, Map.of());
    }

    private static String amount(Component tree, Subject subject, Map<String, BigDecimal> quantities) {
        return CALCULATOR
                .amount(Tariff.draft(tree), 2019, new Case(subject, quantities))
                .amount()
                .toString();
    }

    private static void assertRefused(Component tree, Subject subject, String says) {
        assertThatThrownBy(() -> amount(tree, subject))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(says);
    }
}
