// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({"1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"})
    void easterFallsWhereTheAlmanacSays(LocalDate easter) {
        assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void theYear2026HasTwelveHolidaysWithTheNewOneOfSaintFrancis() {
        List<String> days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(Holidays::includes)
                .map(LocalDate::toString)
                .toList();
        assertThat(days)
                .containsExactly(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-06",
                        "2026-04-25",
                        "2026-05-01",
                        "2026-06-02",
                        "2026-08-15",
                        "2026-10-04",
                        "2026-11-01",
                        "2026-12-08",
                        "2026-12-25",
                        "2026-12-26");
    }

    @Test
    void saintFrancisWasNoHolidayBeforeTheLaw() {
        assertThat(Holidays.includes(LocalDate.of(2024, 10, 4))).isFalse();
        assertThat(Holidays.name(LocalDate.of(2027, 10, 4))).hasValue("San Francesco d'Assisi");
    }
}
