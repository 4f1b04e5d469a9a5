// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static it.opencit.tariffs.FigureKinds.RESIDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the price lists include before anything is paid for. */
class AllowanceTest {

    private static final Kits KITS = Kits.read();
    private static final Calculator CALCULATOR = new Calculator(KITS, FigureKinds.USUAL);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                            | year | tariff                                    | kind             | residents | included
      signature kits                                  | 2016 | brescia-2015-2020/firma-kit               | COMUNE           |           | 3
      signature kits of an Unione                     | 2016 | brescia-2015-2020/firma-kit               | UNIONE           |           | 3
      certificate renewals, paid one by one           | 2016 | brescia-2015-2020/firma-rinnovo           | COMUNE           |           |
      certificate renewals, three included            | 2022 | brescia-2021-2025/firma-rinnovo           | COMUNE           |           | 3
      one mailbox in the first convention             | 2016 | brescia-2015-2020/pec                     | COMUNE           |           | 1
      three in the second                             | 2022 | brescia-2021-2025/pec                     | COMUNE           |           | 3
      four in the third                               | 2026 | brescia-2026-2036/pec                     | COMUNE           |           | 4
      conservation, a village                         | 2016 | brescia-2015-2020/conservazione-gb        | COMUNE           |      3000 | 0.5
      conservation, one inhabitant more               | 2016 | brescia-2015-2020/conservazione-gb        | COMUNE           |      3001 | 1
      conservation, up to 10,000                      | 2016 | brescia-2015-2020/conservazione-gb        | COMUNE           |     10000 | 1.5
      conservation, a town                            | 2016 | brescia-2015-2020/conservazione-gb        | COMUNE           |     10001 | 2
      conservation, a Comunità montana                | 2016 | brescia-2015-2020/conservazione-gb        | COMUNITA_MONTANA |           | 1
      Telemaco up to 3,000 inhabitants                | 2022 | brescia-2021-2025/telemaco-consultazioni  | COMUNE           |      3000 | 170
      Telemaco beyond                                 | 2022 | brescia-2021-2025/telemaco-consultazioni  | COMUNE           |      3001 | 270
      Telemaco, the quantity is beyond the threshold  | 2016 | brescia-2015-2020/telemaco-consultazioni  | COMUNE           |      3000 |
      Wi-Fi access points                             | 2016 | brescia-2015-2020/wifi-access-point       | COMUNE           |           | 3
      mail, the gigabytes within a sum                | 2016 | brescia-2015-2020/posta                   | COMUNE           |           | 30
      a fixed price has none                          | 2016 | brescia-2015-2020/seclog                  | COMUNE           |           |
      """)
    void unitsIncluded(
            String name,
            int year,
            String tariff,
            OrganizationKind kind,
            @Nullable Long residents,
            @Nullable BigDecimal included) {
        Subject subject = Subject.of("Roccaverde", kind);
        if (residents != null) {
            subject = subject.with(Figure.stated(RESIDENTS, residents));
        }

        Optional<BigDecimal> found = CALCULATOR.allowance(KITS.find(tariff).orElseThrow(), year, Case.of(subject));

        if (included == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasValueSatisfying(units -> assertThat(units).isEqualByComparingTo(included));
        }
    }

    @Test
    void theBranchThatAppliesDecides() {
        Component three = new Component.Overage(
                Measure.quantity("kits"), new Allowance.Flat(Parameter.of("3")), Parameter.of("75"), true);
        Component ten = new Component.Overage(
                Measure.quantity("kits"), new Allowance.Flat(Parameter.of("10")), Parameter.of("75"), true);
        Tariff tariff = Tariff.draft(new Component.ByKind(
                List.of(new Component.KindCase(List.of(OrganizationKind.COMUNE), new Component.ListPrice(three, ten))),
                new Component.FirstYear(new Component.Fixed(Parameter.of("1")), ten)));
        Subject comune = Subject.of("Roccaverde", OrganizationKind.COMUNE);
        Subject unione = Subject.of("Unione dei Colli", OrganizationKind.UNIONE);

        assertThat(CALCULATOR.allowance(tariff, 2026, Case.of(comune))).contains(new BigDecimal("3"));
        assertThat(CALCULATOR.allowance(tariff, 2026, new Case(unione, Map.of(Quantity.YEAR_OF_USE, BigDecimal.ONE))))
                .isEmpty();
        assertThat(CALCULATOR.allowance(tariff, 2026, new Case(unione, Map.of(Quantity.YEAR_OF_USE, BigDecimal.TWO))))
                .contains(new BigDecimal("10"));
    }

    @Test
    void aFigureThatIsMissingIsNamed() {
        Tariff tariff = KITS.find("brescia-2015-2020/conservazione-gb").orElseThrow();
        Case unknown = Case.of(Subject.of("Roccaverde", OrganizationKind.COMUNE));

        assertThatThrownBy(() -> CALCULATOR.allowance(tariff, 2016, unknown))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("abitanti");
    }
}
