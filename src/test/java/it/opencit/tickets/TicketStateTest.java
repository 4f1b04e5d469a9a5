// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketStateTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      state        | next                                              | clock runs
      NEW          | ASSIGNED PLANNED SUSPENDED SOLVED DELETED         | true
      ASSIGNED     | SOLVED SUSPENDED TO_BE_TESTED PLANNED DELETED     | true
      PLANNED      | ASSIGNED SOLVED SUSPENDED TO_BE_TESTED DELETED    | true
      SUSPENDED    | ASSIGNED PLANNED TO_BE_TESTED SOLVED DELETED      | false
      TO_BE_TESTED | SOLVED ASSIGNED PLANNED SUSPENDED DELETED         | false
      SOLVED       | CLOSED ASSIGNED                                   | false
      CLOSED       | ASSIGNED                                          | false
      DELETED      | NEW                                               | false
      """)
    void whatFollowsWhatAndWhenTheClockRuns(TicketState state, String next, boolean clock) {
        assertThat(state.next().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(next);
        assertThat(state.clockRuns()).isEqualTo(clock);
    }

    @Test
    void everyStateCanBeReachedFromANewTicket() {
        var reached = EnumSet.of(TicketState.NEW);
        boolean more = true;
        while (more) {
            more = reached.addAll(
                    reached.stream().flatMap(state -> state.next().stream()).collect(Collectors.toSet()));
        }
        assertThat(reached).containsExactlyInAnyOrder(TicketState.values());
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void goingBackOnASolutionAlwaysSaysWhy(TicketState from) {
        assertThat(Arrays.stream(TicketState.values()).filter(from::isReopenedBy))
                .allMatch(from::needsReason);
        assertThat(from.needsReason(TicketState.SUSPENDED)).isTrue();
        assertThat(from.needsReason(TicketState.TO_BE_TESTED)).isTrue();
    }

    @Test
    void aRefusalSaysInItalianWhereOneCanGo() {
        assertThat(new TransitionRefused(TicketState.SOLVED, TicketState.NEW).inItalian())
                .isEqualTo("Il ticket è «Risolto»: non può diventare «Nuovo». Da qui può diventare «Chiuso», "
                        + "«In lavorazione (assegnato)».");
    }
}
