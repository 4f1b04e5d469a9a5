// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvvisorioTest {

    @ParameterizedTest(name = "received on {0}, to be regularised by {1}")
    @CsvSource({
        "2017-12-29, 2018-02-27",
        "2019-12-31, 2020-02-29",
        "2018-12-31, 2019-03-01",
        "2018-01-01, 2018-03-02",
        "2020-01-01, 2020-03-01",
        "2026-09-30, 2026-11-29"
    })
    void sixtyDaysAreCountedFromTheDayItWasReceived(LocalDate received, LocalDate by) {
        assertThat(Provvisorio.regulariseBy(received)).isEqualTo(by);
    }
}
