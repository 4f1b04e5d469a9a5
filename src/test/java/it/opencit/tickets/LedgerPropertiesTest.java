// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static it.opencit.tickets.ServiceLevel.Target.SOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds whatever the hours, the pauses and the promise. Moments are seconds of 2026, changes of the clocks included. */
class LedgerPropertiesTest {

    private static final Instant YEAR = Times.at("2026-01-01 00:00");
    private static final int SECONDS = 360 * 24 * 3600;
    private static final List<WorkingCalendar> CALENDARS = List.of(
            Times.EIGHT_HOURS,
            Times.ROUND_THE_CLOCK,
            WorkingCalendar.USUAL,
            Times.with(Times.calendar("07:15-14:25"), MonthDay.of(3, 30), LocalDate.of(2026, 10, 26)));

    @Property
    void aLaterOpeningOrALongerPromiseNeverFallsDueEarlier(
            @ForAll @IntRange(max = SECONDS) int opened,
            @ForAll @IntRange(max = 500_000) int later,
            @ForAll @IntRange(min = 1, max = 100_000) int minutes,
            @ForAll @IntRange(max = 5_000) int more,
            @ForAll @IntRange(max = 3) int calendar) {
        WorkingCalendar hours = CALENDARS.get(calendar);
        Instant from = YEAR.plusSeconds(opened);
        Instant due = hours.after(from, Duration.ofMinutes(minutes));

        assertThat(hours.after(from.plusSeconds(later), Duration.ofMinutes(minutes)))
                .isAfterOrEqualTo(due);
        assertThat(hours.after(from, Duration.ofMinutes(minutes + more))).isAfterOrEqualTo(due);
    }

    @Property
    void whatPassesUntilItIsDueIsExactlyWhatWasPromised(
            @ForAll @IntRange(max = SECONDS) int opened,
            @ForAll @IntRange(min = 1, max = 100_000) int minutes,
            @ForAll @IntRange(max = 3) int calendar) {
        WorkingCalendar hours = CALENDARS.get(calendar);
        Instant from = YEAR.plusSeconds(opened);

        assertThat(hours.between(from, hours.after(from, Duration.ofMinutes(minutes))))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @Property
    void elapsedAndRemainingAreThePromiseWhateverThePauses(
            @ForAll @IntRange(max = SECONDS) int opened,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 900_000) Integer> steps,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll @IntRange(max = 2_000_000) int asked,
            @ForAll @IntRange(max = 3) int calendar) {
        Ledger ledger = ledger(YEAR.plusSeconds(opened), steps, Times.level(1, hours), CALENDARS.get(calendar));
        Instant at = ledger.marks().getFirst().at().plusSeconds(asked);

        assertThat(ledger.elapsed(at).plus(ledger.remaining(SOLUTION, at))).isEqualTo(Duration.ofHours(hours));
        ledger.due(SOLUTION).ifPresent(due -> assertThat(ledger.elapsed(due)).isEqualTo(Duration.ofHours(hours)));
        assertThat(ledger.segments(at).stream().map(Ledger.Segment::worked).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(ledger.elapsed(at));
    }

    @Property
    void aPauseOfSomeWorkingMinutesPutsTheTermOffByThatMany(
            @ForAll @IntRange(max = SECONDS) int opened,
            @ForAll @IntRange(min = 1, max = 20_000) int promised,
            @ForAll @IntRange(min = 1, max = 100) int percentBefore,
            @ForAll @IntRange(min = 1, max = 10_000) int paused,
            @ForAll @IntRange(max = 3) int calendar) {
        WorkingCalendar hours = CALENDARS.get(calendar);
        Instant from = YEAR.plusSeconds(opened);
        ServiceLevel level =
                new ServiceLevel(1, "x", 1, "X", null, null, null, Duration.ofMinutes(1), Duration.ofMinutes(promised));
        Instant pause = hours.after(from, Duration.ofSeconds(promised * 60L * (percentBefore - 1) / 100));
        Instant resumption = hours.after(pause, Duration.ofMinutes(paused));
        Mark first = new Mark(from, true, "", Times.version(hours), level);
        Ledger whole = new Ledger(List.of(first));
        Ledger interrupted = whole.with(new Mark(pause, false, "", Times.version(hours), level))
                .with(new Mark(resumption, true, "", Times.version(hours), level));

        assertThat(interrupted.due(SOLUTION))
                .hasValue(hours.after(whole.due(SOLUTION).orElseThrow(), Duration.ofMinutes(paused)));
    }

    private static Ledger ledger(Instant opened, List<Integer> steps, ServiceLevel level, WorkingCalendar hours) {
        List<Mark> marks = new ArrayList<>();
        Instant at = opened;
        boolean running = true;
        marks.add(new Mark(at, running, "", Times.version(hours), level));
        for (int step : steps) {
            at = at.plusSeconds(step);
            running = !running;
            marks.add(new Mark(at, running, "", Times.version(hours), level));
        }
        return new Ledger(marks);
    }
}
