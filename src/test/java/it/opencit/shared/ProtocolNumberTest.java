// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      written    | kept     | regular
      00002619   | 00002619 | true
      0002619    | 0002619  | true
      2619       | 2619     | false
      ' 0002619 '| 0002619  | true
      """)
    void leadingZerosStayAndAShortNumberIsFlagged(String written, String kept, boolean regular) {
        ProtocolNumber number = ProtocolNumber.of(written);

        assertThat(number).hasToString(kept);
        assertThat(number.isRegular()).isEqualTo(regular);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n. 2619", "2619/2017", "123456789012345678901"})
    void anythingButDigitsIsRefused(String written) {
        assertThatThrownBy(() -> ProtocolNumber.of(written))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("protocollo");
    }
}
