// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static it.opencit.tickets.ServiceLevel.Target.SOLUTION;
import static it.opencit.tickets.ServiceLevel.Target.TAKE_IN_CHARGE;
import static it.opencit.tickets.Times.EIGHT_HOURS;
import static it.opencit.tickets.Times.ROUND_THE_CLOCK;
import static it.opencit.tickets.Times.at;
import static it.opencit.tickets.Times.level;
import static it.opencit.tickets.Times.runs;
import static it.opencit.tickets.Times.shown;
import static it.opencit.tickets.Times.stands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due times against a hand with a calendar. The days of November 2026 begin on a Sunday: the 16th is a Monday. */
class LedgerTest {

    private static final ServiceLevel ORDINARY = level(4, 16);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                    | opened           | hours | due
      within the morning                      | 2026-11-16 09:00 | 2     | 2026-11-16 11:00
      over lunch                              | 2026-11-16 12:00 | 2     | 2026-11-16 15:00
      to the very end of the day              | 2026-11-16 09:00 | 8     | 2026-11-16 18:00
      one hour more is the next morning       | 2026-11-16 09:00 | 9     | 2026-11-17 10:00
      opened at night                         | 2026-11-16 23:30 | 4     | 2026-11-17 13:00
      opened on Saturday                      | 2026-11-21 10:00 | 4     | 2026-11-23 13:00
      over a weekend                          | 2026-11-20 17:00 | 4     | 2026-11-23 12:00
      over the Immacolata, a Tuesday          | 2026-12-07 17:00 | 4     | 2026-12-09 12:00
      over Christmas and Santo Stefano        | 2026-12-24 17:00 | 4     | 2026-12-28 12:00
      over Easter Monday                      | 2026-04-03 17:00 | 4     | 2026-04-07 12:00
      over the spring change of the clocks    | 2026-03-27 17:00 | 4     | 2026-03-30 12:00
      over the autumn change of the clocks    | 2026-10-23 17:00 | 4     | 2026-10-26 12:00
      """)
    void aPromiseFallsDueInWorkingHours(String name, String opened, int hours, String due) {
        Ledger ledger = new Ledger(List.of(runs(opened, EIGHT_HOURS, level(1, hours))));

        assertThat(ledger.due(SOLUTION).map(Times::shown)).hasValue(due);
    }

    /** Acceptance list, point 1. Sixteen hours; five counted before the pause; of the forty promised instead, 35 are left. */
    @Test
    void pauseThenAnotherPromiseThenResumption() {
        Ledger ledger = new Ledger(List.of(
                runs("2026-11-16 09:00", EIGHT_HOURS, ORDINARY), // Monday: 4 h in the morning and 1 after lunch
                stands("2026-11-16 15:00", EIGHT_HOURS, ORDINARY),
                stands("2026-11-17 10:00", EIGHT_HOURS, level(4, 40)),
                runs(
                        "2026-11-18 16:00",
                        EIGHT_HOURS,
                        level(4, 40)))); // Wednesday: 2, Thursday 8, Friday 8, Monday 8, Tuesday 8

        assertThat(ledger.elapsed(at("2026-11-18 16:00"))).isEqualTo(Duration.ofHours(5));
        assertThat(ledger.remaining(SOLUTION, at("2026-11-18 16:00"))).isEqualTo(Duration.ofHours(35));
        // 2 + 8 + 8 + 8 + 8 = 34: the last hour is on Wednesday the 25th
        assertThat(ledger.due(SOLUTION).map(Times::shown)).hasValue("2026-11-25 10:00");
        // Four hours to take in charge were used up at lunch of the first day: nothing later moves that.
        assertThat(ledger.due(TAKE_IN_CHARGE).map(Times::shown)).hasValue("2026-11-16 13:00");
    }

    @Test
    void whileTheClockStandsNobodyCanSayWhen() {
        Ledger ledger = new Ledger(List.of(
                runs("2026-11-16 09:00", EIGHT_HOURS, ORDINARY), stands("2026-11-16 10:00", EIGHT_HOURS, ORDINARY)));

        assertThat(ledger.due(SOLUTION)).isEmpty();
        assertThat(ledger.remaining(SOLUTION, at("2026-11-30 10:00"))).isEqualTo(Duration.ofHours(15));
    }

    /** Acceptance list, point 2: suspended over the office's closure and over the night in which the clocks change. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case   | opened           | closed     | paused           | resumed          | due
      spring | 2026-03-26 17:00 | 2026-03-30 | 2026-03-27 11:00 | 2026-03-31 12:00 | 2026-03-31 13:00
      autumn | 2026-10-22 17:00 | 2026-10-26 | 2026-10-23 11:00 | 2026-10-27 12:00 | 2026-10-27 13:00
      """)
    void aPauseOverAClosureAndAChangeOfTheClocks(
            String name, String opened, LocalDate closed, String paused, String resumed, String due) {
        WorkingCalendar calendar = Times.with(EIGHT_HOURS, MonthDay.of(2, 15), closed);
        ServiceLevel four = level(1, 4);
        Ledger ledger = new Ledger(
                List.of(runs(opened, calendar, four), stands(paused, calendar, four), runs(resumed, calendar, four)));

        assertThat(ledger.elapsed(at(resumed))).isEqualTo(Duration.ofHours(3));
        assertThat(ledger.due(SOLUTION).map(Times::shown)).hasValue(due);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                          | opened           | due
      the night is one hour shorter | 2026-03-28 12:00 | 2026-03-29 13:00
      the night is one hour longer  | 2026-10-24 12:00 | 2026-10-25 11:00
      """)
    void roundTheClockRealHoursCountNotThoseOfTheDial(String name, String opened, String due) {
        Ledger ledger = new Ledger(List.of(runs(opened, ROUND_THE_CLOCK, level(1, 24))));

        assertThat(ledger.due(SOLUTION).map(Times::shown)).hasValue(due);
        assertThat(ledger.elapsed(at(due))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void hoursInsideTheChangeOfTheClocksAreCountedOnce() {
        WorkingCalendar night = new WorkingCalendar(
                java.util.Map.of(java.time.DayOfWeek.SUNDAY, Opening.read("", "01:30-02:30, 02:30-04:00")),
                null,
                new java.util.TreeMap<>());

        // In spring 2:00 to 3:00 does not exist: of two hours and a half one and a half remain.
        assertThat(night.between(at("2026-03-29 00:00"), at("2026-03-29 05:00")))
                .isEqualTo(Duration.ofMinutes(90));
        // In autumn 2:30 comes twice: the hours go on over the second one.
        assertThat(night.between(at("2026-10-25 00:00"), at("2026-10-25 05:00")))
                .isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void aNewCalendarCountsFromItsAdoptionAndNotBefore() {
        WorkingCalendar mornings = Times.calendar("09:00-13:00");
        Ledger ledger = new Ledger(List.of(
                runs("2026-11-16 09:00", EIGHT_HOURS, ORDINARY), // Monday, 8 hours
                runs("2026-11-17 09:00", mornings, ORDINARY))); // then two mornings

        assertThat(ledger.due(SOLUTION).map(Times::shown)).hasValue("2026-11-18 13:00");
        assertThat(ledger.segments(at("2026-11-17 11:00")))
                .extracting(Ledger.Segment::worked)
                .containsExactly(Duration.ofHours(8), Duration.ofHours(2));
    }

    /** Acceptance list, point 3: once answered in time, what comes later does not make it late. */
    @Test
    void whatWasReachedInTimeStaysReached() {
        Ledger ledger = new Ledger(List.of(
                runs("2026-11-16 09:00", EIGHT_HOURS, ORDINARY),
                stands("2026-11-16 16:00", EIGHT_HOURS, ORDINARY),
                runs("2026-11-19 09:00", EIGHT_HOURS, level(2, 40))));

        assertThat(ledger.elapsed(at("2026-11-16 10:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(ledger.due(TAKE_IN_CHARGE).map(Times::shown)).hasValue("2026-11-16 11:00");
        assertThat(EIGHT_HOURS.isOpenAt(at("2026-11-16 18:00"))).isFalse();
        assertThat(EIGHT_HOURS.isOpenAt(at("2026-11-16 09:00"))).isTrue();
        assertThat(EIGHT_HOURS.isOpenAt(at("2026-12-08 10:00"))).isFalse();
    }

    @Test
    void aPatronIsAHolidayOfItsOwnCentreOnly() {
        WorkingCalendar brescia = Times.with(EIGHT_HOURS, MonthDay.of(2, 15)); // santi Faustino e Giovita
        Ledger here = new Ledger(List.of(runs("2027-02-12 17:00", brescia, level(1, 4))));
        Ledger elsewhere = new Ledger(List.of(runs("2027-02-12 17:00", EIGHT_HOURS, level(1, 4))));

        assertThat(here.due(SOLUTION).map(Times::shown)).hasValue("2027-02-16 12:00");
        assertThat(elsewhere.due(SOLUTION).map(Times::shown)).hasValue("2027-02-15 12:00");
        assertThat(brescia.closure(LocalDate.of(2027, 2, 15))).hasValue("Santo patrono");
    }

    @Test
    void anOfficeClosedForGoodIsNotWaitedFor() {
        LocalDate first = LocalDate.of(2026, 11, 16);
        LocalDate[] days = first.datesUntil(first.plusYears(3)).toArray(LocalDate[]::new);
        WorkingCalendar closed = Times.with(EIGHT_HOURS, MonthDay.of(2, 15), days);

        assertThatThrownBy(() -> closed.after(at("2026-11-16 09:00"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLedgerGoesForward() {
        Mark opened = runs("2026-11-16 09:00", EIGHT_HOURS, ORDINARY);
        assertThatThrownBy(() -> new Ledger(List.of(opened, stands("2026-11-16 08:00", EIGHT_HOURS, ORDINARY))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shown(opened.at())).isEqualTo("2026-11-16 09:00");
    }
}
