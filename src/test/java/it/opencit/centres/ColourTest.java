// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {

    @ParameterizedTest(name = "{0} on white: {1}")
    @CsvSource({"#000000, 21.0", "#ffffff, 1.0", "#777777, 4.48", "#767676, 4.54", "#0066cc, 5.57"})
    void contrastIsThatOfTheStandard(String colour, double ratio) {
        assertThat(new Colour(colour).contrastWithWhite()).isCloseTo(ratio, within(0.01));
    }
}
