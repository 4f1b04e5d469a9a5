// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                       | there already                    | new             | refused
      the first                                  | ''                               | 1 40 2016-      |
      the whole                                  | ''                               | 1 100 2016-     |
      two bodies up to the whole                 | 1 40 2016-                       | 2 60 2016-      |
      one cent more than the whole               | 1 40 2016-                       | 2 60.01 2016-   | agreements.payer.too-much
      too much, but in other years               | 1 100 2016-2018                  | 2 100 2019-     |
      too much only in the last year             | 1 100 2016-2018                  | 2 10 2015-2016  | agreements.payer.too-much
      the others follow one another              | 1 60 2016-2017, 2 60 2018-2019   | 3 40 2016-      |
      the others overlap in one year             | 1 60 2016-2017, 2 60 2018-2019   | 3 41 2017-2018  | agreements.payer.too-much
      the same body in following years           | 1 40 2016-2018                   | 1 100 2019-     |
      the same body twice in a year              | 1 40 2016-2018                   | 1 10 2018-      | agreements.payer.twice
      """)
    void inNoYearDoTheOthersTakeMoreThanTheWhole(String name, String present, String added, @Nullable String refused) {
        List<PayerRule> others = Arrays.stream(present.split(", "))
                .filter(text -> !text.isEmpty())
                .map(PayersTest::rule)
                .toList();

        if (refused == null) {
            assertThatCode(() -> Payers.check(rule(added), others)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Payers.check(rule(added), others))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(refused));
        }
    }

    /** {@code payer share from-to}, the last year may lack. */
    private static PayerRule rule(String text) {
        String[] parts = text.split("[ -]");
        return new PayerRule(
                new OrganizationId(Long.parseLong(parts[0])),
                Percentage.of(parts[1]),
                Integer.parseInt(parts[2]),
                parts.length > 3 ? Integer.valueOf(parts[3]) : null,
                "");
    }
}
