// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerSharesTest {

    private static final OrganizationId ROCCAVERDE = new OrganizationId(1);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                            | quota   | shares    | others        | own
      nobody else pays                                | 650.00  | ''        | ''            | 650.00
      the Unione takes 40 per cent                    | 650.00  | 40        | 260.00        | 390.00
      the Unione takes everything                     | 650.00  | 100       | 650.00        |
      half each: the odd cent is the beneficiary's    | 405.31  | 50        | 202.65        | 202.66
      two bodies and the beneficiary, a third each    | 100.00  | 33.3 33.3 | 33.30 33.30   | 33.40
      half each between two: the odd cent to the last | 0.01    | 50 50     | 0.00 0.01     |
      a fraction of a cent to the largest             | 1973.63 | 12.5      | 246.70        | 1726.93
      a credit is divided like a debt                 | -650.01 | 40        | -260.00       | -390.01
      nothing to pay                                  | 0.00    | 40        | 0.00          | 0.00
      """)
    void theQuotaIsDividedToTheCent(String name, String quota, String shares, String others, String own) {
        List<PayerAmount> amounts = PayerShares.of(Euro.of(quota), ROCCAVERDE, shares(words(shares)));

        List<String> expected = new ArrayList<>(words(others));
        if (own != null) {
            expected.add(own);
            assertThat(amounts.getLast().payer()).isEqualTo(ROCCAVERDE);
        }
        assertThat(amounts).extracting(amount -> amount.amount().toString()).containsExactlyElementsOf(expected);
    }

    @Property
    void theAmountsAddUpAndEachIsWithinACentOfItsShare(
            @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long cents,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 1666) Integer> hundredths) {
        List<PayerShare> shares = shares(hundredths.stream()
                .map(share -> BigDecimal.valueOf(share, 2).toPlainString())
                .toList());

        List<PayerAmount> amounts = PayerShares.of(new Euro(cents), ROCCAVERDE, shares);

        assertThat(Euro.sum(amounts.stream().map(PayerAmount::amount).toList())).isEqualTo(new Euro(cents));
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal exact = shares.get(i).share().of(BigDecimal.valueOf(cents));
            BigDecimal distance =
                    exact.subtract(BigDecimal.valueOf(amounts.get(i).amount().cents()));
            assertThat(distance.abs()).isLessThan(BigDecimal.ONE);
        }
    }

    @Test
    void moreThanTheWholeCannotBeDivided() {
        assertThatThrownBy(() -> PayerShares.of(Euro.of("650.00"), ROCCAVERDE, shares(List.of("60", "41"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<PayerShare> shares(List<String> percents) {
        List<PayerShare> shares = new ArrayList<>();
        for (String percent : percents) {
            shares.add(new PayerShare(new OrganizationId(100 + shares.size()), Percentage.of(percent)));
        }
        return shares;
    }
}
