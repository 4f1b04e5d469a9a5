// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cost shared to the cent. */
class SharingTest {

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      cost    | weights   | shares
      100.00  | 1 1 1     | 33.34 33.33 33.33
      650.00  | 40 60     | 260.00 390.00
      0.01    | 1 2       | 0.00 0.01
      0.02    | 1 1 1     | 0.01 0.01 0.00
      100.00  | 0 5 0     | 0.00 100.00 0.00
      10.00   | 0.5 1.5   | 2.50 7.50
      -100.00 | 1 1 1     | -33.34 -33.33 -33.33
      0.00    | 3 4       | 0.00 0.00
      """)
    void sharesByLargestRemainder(String cost, String weights, String shares) {
        assertThat(String.join(
                        " ",
                        Sharing.of(Euro.of(cost), weights(weights)).stream()
                                .map(Euro::toString)
                                .toList()))
                .isEqualTo(shares);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
      0 0     | zero
      1 -1    | negativo
      1e12    | misura
      1e-10   | misura
      """)
    void weightsThatShareNothingAreRefused(String weights, String says) {
        List<BigDecimal> wrong = weights(weights);
        assertThatThrownBy(() -> Sharing.of(Euro.of("10.00"), wrong))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(says);
    }

    private static List<BigDecimal> weights(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
