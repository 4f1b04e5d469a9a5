// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static it.opencit.organizations.OrganizationKind.COMUNE;
import static it.opencit.organizations.OrganizationKind.UNIONE;
import static it.opencit.tariffs.FigureKinds.RESIDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a tariff, and where. */
class TariffCheckTest {

    private static final Measure PEOPLE = Measure.figure(RESIDENTS);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      bands                 | says
      -5000, 5002-          | fascia 2: fra 5.000 e 5.002 c'è un vuoto: nessuna fascia copre i valori in mezzo
      -5000, 5000-          | fascia 2: la fascia precedente arriva a 5.000 e questa parte da 5.000: si sovrappongono
      -5000, 4000-10000, -  | fascia 2: la fascia precedente arriva a 5.000 e questa parte da 4.000: si sovrappongono
      -5000, -3000, -       | fascia 2: le fasce devono crescere: a 5.000 segue 3.000
      -5000, -5000, -       | fascia 2: le fasce devono crescere: a 5.000 segue 5.000
      -5000, 5001-4000, -   | fascia 2: le fasce devono crescere: a 5.001 segue 4.000
      100-5000, -           | fascia 1: fra 0 e 100 c'è un vuoto: nessuna fascia copre i valori in mezzo
      -5000, -10000         | fascia 2: l'ultima fascia deve essere aperta: si ferma a 10.000 e da 10.001 in poi non c'è nulla
      -, -5000              | fascia 1: la fascia 1 non ha limite ma non è l'ultima
      """)
    void aBrokenTableIsRefusedNamingTheTwoBounds(String bands, String says) {
        var tree = new Component.Named("Comuni", new Component.BandAmount(PEOPLE, bands(bands)));
        assertThat(problems(tree)).containsExactly("bozza › Comuni › " + says);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
      -5000, 5001-10000, 10001-
      0-5000, -10000, -
      1-5000, 5001-
      -
      """)
    void aTableWithoutHolesIsRight(String bands) {
        assertThat(problems(new Component.Progressive(PEOPLE, bands(bands)))).isEmpty();
    }

    @Test
    void aTableWithoutBandsIsRefused() {
        assertThat(problems(new Component.BandAmount(PEOPLE, List.of())))
                .containsExactly("bozza: non c'è nessuna fascia");
    }

    @Test
    void negativeNumbersAreRefusedWhereTheyAre() {
        var tree = new Component.Sum(List.of(
                fixed("10"),
                new Component.ByKind(
                        List.of(new Component.KindCase(
                                List.of(COMUNE),
                                new Component.BandRate(
                                        PEOPLE, PEOPLE, List.of(Band.upTo(100, "0.1"), Band.above("-0.1"))))),
                        fixed("-300"))));
        assertThat(problems(tree))
                .containsExactly(
                        "bozza › addendo 2 › Comune › fascia 2: un importo, una tariffa o una quantità non può essere"
                                + " negativa: -0,1",
                        "bozza › addendo 2 › altri enti: un importo, una tariffa o una quantità non può essere"
                                + " negativa: -300");
    }

    @Test
    void anUnknownFigureIsRefused() {
        var tree = new Component.PerUnit(Measure.figure("CAMELS"), Parameter.of("1"));
        assertThat(problems(tree)).containsExactly("bozza: il dato \"CAMELS\" non esiste");
        FigureKinds withCamels = FigureKinds.USUAL.and("CAMELS", "cammello", "cammelli");
        assertThat(TariffCheck.of(Tariff.draft(tree), TariffBook.EMPTY, withCamels)
                        .isRight())
                .isTrue();
    }

    @Test
    void aQuantityThatTheTariffDoesNotDeclareIsRefused() {
        var tree = new Component.PerUnit(Measure.quantity("mailboxes"), Parameter.of("36"));
        Tariff without = tariff("a", tree);
        assertThat(TariffCheck.of(without, TariffBook.EMPTY, FigureKinds.USUAL).problems())
                .singleElement()
                .extracting(Verdict.Problem::inItalian)
                .isEqualTo("a: la quantità \"mailboxes\" non è tra quelle che la tariffa chiede");
    }

    @Test
    void aReferenceThatComesBackToItselfIsRefused() {
        Map<String, Tariff> book = new HashMap<>();
        for (String link : List.of("a>b", "b>c", "c>a")) {
            String code = link.substring(0, 1);
            book.put(code, tariff(code, new Component.Sum(List.of(new Component.Reference(link.substring(2))))));
        }
        TariffBook shelf = code -> Optional.ofNullable(book.get(code));
        assertThat(TariffCheck.of(tariff("a", new Component.Reference("b")), shelf, FigureKinds.USUAL)
                        .problems())
                .extracting(Verdict.Problem::inItalian)
                .containsExactly("a › tariffa b › addendo 1 › tariffa c › addendo 1: il riferimento torna su se stesso:"
                        + " a → b → c → a");
        assertThatThrownBy(() -> new Calculator(shelf, FigureKinds.USUAL)
                        .amount(tariff("a", new Component.Reference("b")), 2020, Case.of(Subject.of("A", COMUNE))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theOtherMistakesAreRefusedToo() {
        var twice = new Component.ByKind(
                List.of(
                        new Component.KindCase(List.of(COMUNE), fixed("1")),
                        new Component.KindCase(List.of(UNIONE, COMUNE), fixed("2"))),
                null);
        var tree = new Component.Sum(List.of(
                twice,
                new Component.Discount(fixed("1"), Parameter.of("101")),
                new Component.Limits(fixed("1"), Parameter.of("5"), Parameter.of("4")),
                new Component.Packs(Measure.quantity("messages"), Parameter.of("0"), Parameter.of("1")),
                new Component.FreeMonths(0, fixed("1")),
                new Component.Share(new Component.PerUnit(PEOPLE, Parameter.of("1")), PEOPLE, List.of()),
                new Component.Sum(List.of()),
                new Component.Reference("nowhere")));
        assertThat(TariffCheck.of(Tariff.draft(tree), TariffBook.EMPTY, FigureKinds.USUAL)
                        .problems())
                .extracting(Verdict.Problem::key)
                .containsExactly(
                        "tariffs.kinds.twice",
                        "tariffs.percent",
                        "tariffs.limits.crossed",
                        "tariffs.not-positive",
                        "tariffs.months",
                        "tariffs.share.cost",
                        "tariffs.sum.empty",
                        "tariffs.reference.unknown");
    }

    private static List<Band> bands(String text) {
        List<Band> bands = new ArrayList<>();
        for (String each : text.split(", ")) {
            int dash = each.indexOf('-');
            bands.add(new Band(
                    dash == 0 ? null : Long.valueOf(each.substring(0, dash)),
                    dash == each.length() - 1 ? null : Long.valueOf(each.substring(dash + 1)),
                    Parameter.of("1")));
        }
        return bands;
    }

    private static List<String> problems(Component tree) {
        return TariffCheck.of(Tariff.draft(tree), TariffBook.EMPTY, FigureKinds.USUAL).problems().stream()
                .map(Verdict.Problem::inItalian)
                .toList();
    }

    private static Tariff tariff(String code, Component tree) {
        return new Tariff(
                code, code, "", LocalDate.of(2020, 1, 1), null, null, Map.of(), List.of(), tree, null, List.of());
    }

    private static Component.Fixed fixed(String amount) {
        return new Component.Fixed(Parameter.of(amount));
    }
}
