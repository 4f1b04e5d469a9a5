// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Opened on Monday 16 November at 9, looked at on Tuesday at 12; eight hours a day, lunch from 13 to 14. The clock stands
 * from and to the moments of {@code pause}.
 */
class HoldingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                   | given                                                   | pause                 | held
      to nobody                              |                                                         |                       | Nessuno ancora 11 h
      at once                                | 16 09:00 Carla                                          |                       | Carla 11 h
      after an hour                          | 16 10:00 Carla                                          |                       | Nessuno ancora 1 h, Carla 10 h
      over lunch                             | 16 12:30 Carla, 16 14:30 Gruppo: Rete                   |                       | Nessuno ancora 3 h 30 min, Carla 1 h, Gruppo: Rete 6 h 30 min
      to a supplier and back                 | 16 09:00 Carla, 16 10:00 Fornitore: Rete, 16 16:00 Carla | 16 11:00 16 15:00     | Carla 6 h, Fornitore: Rete 2 h
      in the night                           | 16 09:00 Carla, 16 23:00 Bruno                          |                       | Carla 8 h, Bruno 3 h
      taken back                             | 16 09:00 Carla, 16 10:00 nessuno                        |                       | Nessuno ancora 10 h, Carla 1 h
      twice in a row                         | 16 09:00 Carla, 16 10:00 Carla                          |                       | Carla 11 h
      all through a pause                    | 16 10:00 Carla, 16 12:00 Bruno                          | 16 10:00 16 12:00     | Nessuno ancora 1 h, Carla 0 min, Bruno 8 h
      """)
    void eachHasTheWorkingTimeOfItsTurns(String name, String given, String pause, String held) {
        ServiceLevel level = Times.level(8, 40);
        Ledger ledger = new Ledger(List.of(Times.runs(at("16 09:00"), Times.EIGHT_HOURS, level)));
        if (pause != null) {
            ledger = ledger.with(Times.stands(at(pause.substring(0, 8)), Times.EIGHT_HOURS, level))
                    .with(Times.runs(at(pause.substring(9)), Times.EIGHT_HOURS, level));
        }
        List<TicketEvent> events = new ArrayList<>();
        for (String turn : given == null ? new String[0] : given.split(", ")) {
            events.add(new TicketEvent(
                    0,
                    Times.at(at(turn.substring(0, 8))),
                    TicketEvent.Kind.ASSIGNEE,
                    "",
                    turn.substring(9),
                    "",
                    "anna",
                    "Anna"));
        }

        assertThat(Holding.of(ledger, events, Times.at(at("17 12:00"))).stream()
                        .map(one -> one.shown() + " " + WorkingTime.text(one.worked()))
                        .collect(Collectors.toList()))
                .containsExactlyElementsOf(Arrays.asList(held.split(", ")));
    }

    private static String at(String dayAndHour) {
        return "2026-11-" + dayAndHour.strip();
    }
}
