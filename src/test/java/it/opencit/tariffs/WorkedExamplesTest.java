// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static it.opencit.tariffs.FigureKinds.BUSINESSES;
import static it.opencit.tariffs.FigureKinds.RESIDENTS;
import static it.opencit.tariffs.FigureKinds.WORKSTATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the acts, the price lists and the registers of the centres print, recomputed with the kits. */
class WorkedExamplesTest {

    private static final Kits KITS = Kits.read();
    private static final Calculator CALCULATOR = new Calculator(KITS, FigureKinds.USUAL);

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                        | year | tariff                       | kind             | residents | businesses | amount
      Coccaglio, as in the register               | 2015 | brescia-2015-2020/quota      | COMUNE           |      8757 |        879 | 1973.63
      Coccaglio, the last year                    | 2019 | brescia-2015-2020/quota      | COMUNE           |      8757 |        879 | 1973.63
      Torbole Casaglia                            | 2017 | brescia-2015-2020/quota      | COMUNE           |      6537 |        531 | 1348.13
      Acquafredda, accertamento 1003/2015         | 2015 | brescia-2015-2020/quota      | COMUNE           |      1582 |        168 |  405.30
      Unione Bassa Bresciana Occidentale          | 2019 | brescia-2015-2020/quota      | UNIONE           |           |            |  300.00
      a Comunità montana                          | 2016 | brescia-2015-2020/quota      | COMUNITA_MONTANA |           |            |  300.00
      the first band                              | 2016 | brescia-2015-2020/quota      | COMUNE           |      3000 |        200 |  650.00
      last inhabitant of the first band           | 2016 | brescia-2015-2020/quota      | COMUNE           |      5000 |        100 |  850.00
      first of the second, on all the inhabitants | 2016 | brescia-2015-2020/quota      | COMUNE           |      5001 |        100 |  725.13
      CSTPU, a thousand inhabitants               | 2021 | pesaro-urbino-2021-2025/quota | COMUNE          |      1000 |            |  440.00
      CSTPU, five thousand inhabitants            | 2021 | pesaro-urbino-2021-2025/quota | COMUNE          |      5000 |            | 2200.00
      Avellino, a Comune                          | 2020 | avellino/quota               | COMUNE           |      3000 |        200 |  650.00
      Avellino, another body                      | 2020 | avellino/quota               | CONSORZIO        |           |            |  300.00
      """)
    void membershipQuota(
            String name,
            int year,
            String tariff,
            OrganizationKind kind,
            @Nullable Long residents,
            @Nullable Long businesses,
            String amount) {
        Subject subject = subject(kind, Map.of());
        if (residents != null) {
            subject = subject.with(Figure.stated(RESIDENTS, residents));
        }
        if (businesses != null) {
            subject = subject.with(Figure.stated(BUSINESSES, businesses));
        }
        assertThat(amount(tariff, year, Case.of(subject))).isEqualTo(amount);
    }

    @Test
    void theQuotaIsNeverAboveWhatWasAppliedIn2013() {
        Subject coccaglio = subject(OrganizationKind.COMUNE, Map.of(RESIDENTS, 8757L, BUSINESSES, 879L));
        Case capped = Case.of(coccaglio.withPastAmount(2013, Euro.of("1900.00")));
        assertThat(amount("brescia-2015-2020/quota", 2016, capped)).isEqualTo("1900.00");
    }

    @Test
    void theQuotaExplainsItself() {
        Subject coccaglio = Subject.of(
                "Comune di Coccaglio",
                OrganizationKind.COMUNE,
                Figure.at(LocalDate.of(2013, 12, 31), RESIDENTS, 8757, "CRM"),
                Figure.at(LocalDate.of(2013, 12, 31), BUSINESSES, 879, "CRM"),
                Figure.at(LocalDate.of(2018, 12, 31), RESIDENTS, 8800, "ISTAT"));
        var explained = CALCULATOR.explain(tariff("brescia-2015-2020/quota"), 2019, Case.of(coccaglio));
        assertThat(explained.steps())
                .extracting(step -> step.depth() + " " + step.text() + " = " + step.amount())
                .containsExactly(
                        "2 Abitanti: fascia da 5.001 a 10.000 abitanti: 8.757 abitanti al 31/12/2013 × € 0,125 = 1094.625",
                        "2 Imprese: 879 imprese al 31/12/2013 × € 1,00 = 879.00",
                        "1 Somma = 1973.625",
                        "2 Abitanti: 8.757 abitanti al 31/12/2013 × € 0,15 = 1313.55",
                        "2 Imprese: 879 imprese al 31/12/2013 × € 1,00 = 879.00",
                        "1 Tetto del 2013: somma = 2192.55",
                        "0 Comuni: entro l'importo del 2013 (€ 2.192,55) = 1973.625",
                        "0 Arrotondamento al centesimo, da € 1.973,625 = 1973.63",
                        "0 IVA: esente (annotazione \"ESENTE\" del CRM del CIT; trasferimento alla Provincia, art. 17"
                                + " della convenzione 2015-2020) = 0.00");
        assertThat(explained.marks()).isEmpty();
    }

    @Test
    void theDiscountOfTheLargestBandsIsMarkedToConfirm() {
        Subject large = subject(OrganizationKind.COMUNE, Map.of(RESIDENTS, 10001L, BUSINESSES, 0L));
        assertThat(CALCULATOR
                        .amount(tariff("brescia-2015-2020/quota"), 2016, Case.of(large))
                        .marks())
                .singleElement()
                .extracting(Mark::label)
                .isEqualTo("da confermare");
    }

    @Test
    void withoutTheBusinessesOf2013TheQuotaIsRefused() {
        Subject subject = Subject.of(
                "Comune di Roccaverde",
                OrganizationKind.COMUNE,
                Figure.at(LocalDate.of(2013, 12, 31), RESIDENTS, 800, "ISTAT"));
        assertThatThrownBy(() -> amount("brescia-2015-2020/quota", 2019, Case.of(subject)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("manca il numero di imprese al 31/12/2013");
    }

    @ParameterizedTest(name = "{0} at {1} inhabitants")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      tariff                    | residents                                 | amounts
      pagopa-assistenza         | 2000 2001 5000 5001 10000 10001           | 500 900 900 1800 1800 2500
      portale                   | 1000 1001 3500 3501 13500 13501           | 450 900 1250 2000 3000 3500
      portale                   | 2000 2001 6000 6001 10000 10001           | 900 1250 2000 2500 2500 3000
      telemaco-elenchi          | 3000 3001 15000 15001                     | 30 60 120 150
      telemaco-elenchi          | 5000 5001 10000 10001                     | 60 90 90 120
      fatturazione-assistenza   | 5000 5001 10000 10001                     | 2500 3700 3700 4900
      fatturazione-manutenzione | 5000 5001 10000 10001                     | 1400 2000 2000 2600
      piano-performance         | 5000 5001 10000 10001                     | 200 300 300 500
      """)
    void bandsReadUpToAndIncluding(String tariff, String residents, String amounts) {
        List<String> computed = Arrays.stream(residents.split(" "))
                .map(each -> amount(
                        "brescia-2015-2020/" + tariff,
                        2019,
                        Case.of(subject(OrganizationKind.COMUNE, Map.of(RESIDENTS, Long.valueOf(each))))))
                .toList();
        assertThat(computed)
                .isEqualTo(Arrays.stream(amounts.split(" "))
                        .map(each -> each + ".00")
                        .toList());
    }

    @ParameterizedTest(name = "{0} inhabitants: {1} + VAT {2} = {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      residents | net      | vat     | amount
      500       |   150.00 |   33.00 |   183.00
      501       |   960.00 |  211.20 |  1171.20
      1000      |   960.00 |  211.20 |  1171.20
      1001      |  1440.00 |  316.80 |  1756.80
      2300      |  1440.00 |  316.80 |  1756.80
      2301      |  2112.00 |  464.64 |  2576.64
      3000      |  2112.00 |  464.64 |  2576.64
      3001      |  2200.00 |  484.00 |  2684.00
      40000     |  7000.00 | 1540.00 |  8540.00
      40001     | 10500.00 | 2310.00 | 12810.00
      """)
    void macerataIsNetOfVat(long residents, String net, String vat, String amount) {
        var computed = CALCULATOR.amount(
                tariff("macerata-2021-2023/quota"),
                2022,
                Case.of(subject(OrganizationKind.COMUNE, Map.of(RESIDENTS, residents))));
        assertThat(List.of(computed.net(), computed.vat(), computed.amount()))
                .extracting(Euro::toString)
                .containsExactly(net, vat, amount);
    }

    @ParameterizedTest(name = "{0}, {1} {2}: {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      tariff                                | kind             | asked                          | amount
      brescia-2015-2020/pagopa-attivazione-partner  | COMUNE   |                                |  500.00
      brescia-2015-2020/pagopa-attivazione-regione  | UNIONE   |                                | 1500.00
      brescia-2015-2020/pagopa-assistenza   | UNIONE           |                                | 1500.00
      brescia-2015-2020/portale             | COMUNITA_MONTANA |                                | 2500.00
      brescia-2015-2020/telemaco-consultazioni | COMUNE        | lookups=80                     |   56.00
      brescia-2015-2020/firma-kit           | COMUNE           | kits=5                         |  150.00
      brescia-2015-2020/firma-kit           | COMUNE           | kits=3                         |    0.00
      brescia-2015-2020/firma-rinnovo       | COMUNE           | renewals=2                     |   50.00
      brescia-2015-2020/pec                 | COMUNE           | mailboxes=4                    |  108.00
      brescia-2026-2036/pec                 | COMUNE           | mailboxes=4                    |    0.00
      brescia-2021-2025/pec                 | COMUNE           | mailboxes=4                    |   36.00
      brescia-2015-2020/wifi-access-point   | COMUNE           | accessPoints=6                 |  105.00
      brescia-2015-2020/sms                 | COMUNE           | messages=7000                  |  840.00
      brescia-2015-2020/sms                 | COMUNE           | messages=6000                  |  595.00
      brescia-2015-2020/sms                 | COMUNE           | messages=0                     |  105.00
      brescia-2015-2020/posta               | COMUNE           | gigabytes=30 yearOfUse=1       |  250.00
      brescia-2015-2020/posta               | COMUNE           | gigabytes=34 yearOfUse=1       |  350.00
      brescia-2015-2020/posta               | COMUNE           | gigabytes=34 yearOfUse=2       |  270.00
      brescia-2015-2020/posta               | COMUNE           |                                |  250.00
      brescia-2015-2020/conservazione-gb    | COMUNITA_MONTANA | gigabytes=1                    |    0.00
      brescia-2015-2020/conservazione-gb    | UNIONE           | gigabytes=3                    |  200.00
      lecco-2018-2022/siti-internet         | COMUNE           | price=1200                     | 1200.00
      lecco-2018-2022/siti-internet         | COMUNE           | price=100                      |  900.00
      avellino/servizi                      | COMUNE           | listPrice=1000                 | 1000.00
      """)
    void services(String tariff, OrganizationKind kind, @Nullable String asked, String amount) {
        assertThat(amount(tariff, 2019, new Case(subject(kind, Map.of()), quantities(asked))))
                .isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0} inhabitants have {1} GB included")
    @CsvSource({"3000, 0.5", "3001, 1", "5000, 1", "5001, 1.5", "10000, 1.5", "10001, 2"})
    void conservationAllowance(long residents, BigDecimal included) {
        Subject comune = subject(OrganizationKind.COMUNE, Map.of(RESIDENTS, residents));
        assertThat(amount("brescia-2015-2020/conservazione-gb", 2019, new Case(comune, Map.of("gigabytes", included))))
                .isEqualTo("0.00");
        BigDecimal justMore = included.add(new BigDecimal("0.1"));
        assertThat(amount("brescia-2015-2020/conservazione-gb", 2019, new Case(comune, Map.of("gigabytes", justMore))))
                .as("a started gigabyte is a whole one")
                .isEqualTo("100.00");
    }

    @Test
    void tenWorkstationsAtLecco() {
        Case ten = Case.of(subject(OrganizationKind.COMUNE, Map.of(WORKSTATIONS, 10L)));
        assertThat(List.of("connettivita", "posta", "applicativi"))
                .extracting(code -> amount("lecco-2018-2022/" + code, 2021, ten))
                .containsExactly("330.00", "1420.00", "4640.00");
    }

    @Test
    void theCommonCostsOfLeccoAreSharedByWorkstations() {
        List<Case> cases = List.of(seats(10), seats(10), seats(10));
        assertThat(CALCULATOR
                        .run(tariff("lecco-2018-2022/costi-comuni"), 2021, cases)
                        .amounts())
                .extracting(outcome -> outcome.orRefuse().amount().toString())
                .containsExactly("33.34", "33.33", "33.33");
    }

    private static Case seats(long workstations) {
        return new Case(
                subject(OrganizationKind.COMUNE, Map.of(WORKSTATIONS, workstations)),
                Map.of("cost", new BigDecimal("100.00")));
    }

    private static Subject subject(OrganizationKind kind, Map<String, Long> figures) {
        Subject subject = Subject.of("Ente", kind);
        for (Map.Entry<String, Long> figure : figures.entrySet()) {
            subject = subject.with(Figure.stated(figure.getKey(), figure.getValue()));
        }
        return subject;
    }

    private static Map<String, BigDecimal> quantities(@Nullable String asked) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        if (asked != null) {
            for (String each : asked.split(" ")) {
                quantities.put(
                        each.substring(0, each.indexOf('=')), new BigDecimal(each.substring(each.indexOf('=') + 1)));
            }
        }
        return quantities;
    }

    private static Tariff tariff(String code) {
        return KITS.find(code).orElseThrow();
    }

    private static String amount(String code, int year, Case one) {
        return CALCULATOR.amount(tariff(code), year, one).amount().toString();
    }
}
