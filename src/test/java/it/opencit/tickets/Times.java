// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.pages.Italian;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calendars, promises and ledgers that tests count on their fingers. */
final class Times {

    /** Monday to Friday, 9 to 13 and 14 to 18: eight hours a day. */
    static final WorkingCalendar EIGHT_HOURS = calendar("09:00-13:00, 14:00-18:00");

    /** Every hour of every working day but holidays. */
    static final WorkingCalendar ROUND_THE_CLOCK = new WorkingCalendar(
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(Function.identity(), _ -> List.of(new Opening(0, 24 * 60)))),
            null,
            new TreeMap<>());

    private Times() {}

    static WorkingCalendar calendar(String hours) {
        List<Opening> day = Opening.read("", hours);
        return new WorkingCalendar(
                Map.of(
                        DayOfWeek.MONDAY, day,
                        DayOfWeek.TUESDAY, day,
                        DayOfWeek.WEDNESDAY, day,
                        DayOfWeek.THURSDAY, day,
                        DayOfWeek.FRIDAY, day),
                null,
                new TreeMap<>());
    }

    static WorkingCalendar with(WorkingCalendar calendar, MonthDay patron, LocalDate... closures) {
        TreeMap<LocalDate, String> closed = new TreeMap<>();
        for (LocalDate day : closures) {
            closed.put(day, "Chiusura");
        }
        return new WorkingCalendar(calendar.week(), patron, closed);
    }

    /** {@code 2026-03-27 17:00}, on the clocks of Rome. */
    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(Italian.ROME).toInstant();
    }

    static String shown(Instant instant) {
        return instant.atZone(Italian.ROME).toLocalDateTime().toString().replace('T', ' ');
    }

    static CalendarVersion version(WorkingCalendar calendar) {
        return new CalendarVersion(1, 1, calendar, "", Instant.EPOCH, "anna");
    }

    static ServiceLevel level(int takeHours, int solutionHours) {
        return new ServiceLevel(
                1,
                "ordinario",
                1,
                "Ordinario",
                null,
                null,
                null,
                Duration.ofHours(takeHours),
                Duration.ofHours(solutionHours));
    }

    static Mark runs(String at, WorkingCalendar calendar, ServiceLevel level) {
        return new Mark(at(at), true, "corre", version(calendar), level);
    }

    static Mark stands(String at, WorkingCalendar calendar, ServiceLevel level) {
        return new Mark(at(at), false, "ferma", version(calendar), level);
    }
}
