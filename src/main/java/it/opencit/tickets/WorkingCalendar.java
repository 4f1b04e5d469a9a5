// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.pages.Italian;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When an office works: by day of the week, but for national holidays, the local patron's day and its own closures. Time
 * is that of Rome; what is counted are real minutes, so that a night in which the clocks change has one hour less or more.
 *
 * @param week hours of each day of the week, in order; a day without is closed
 * @param patron the day of the local patron saint, every year
 * @param closures single days on which the office is closed, with the reason
 */
record WorkingCalendar(
        Map<DayOfWeek, List<Opening>> week, @Nullable MonthDay patron, SortedMap<LocalDate, String> closures) {

    /** A calendar may be closed for long, but not for longer than this. */
    private static final int LONGEST_CLOSURE_IN_DAYS = 800;

    /** The usual week of an Italian office, for a centre that has not yet said its own. */
    static final WorkingCalendar USUAL = usual();

    WorkingCalendar {
        week = Map.copyOf(week);
        closures = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(closures));
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A calendar that never opens");
        }
    }

    /** Why the office is closed on a day that would be a working one. */
    Optional<String> closure(LocalDate day) {
        String own = closures.get(day);
        if (own != null) {
            return Optional.of(own);
        }
        return patron != null && patron.equals(MonthDay.from(day)) ? Optional.of("Santo patrono") : Holidays.name(day);
    }

    /** Whether the office opens on a day. */
    boolean opensOn(LocalDate day) {
        return !week.getOrDefault(day.getDayOfWeek(), List.of()).isEmpty()
                && closure(day).isEmpty();
    }

    /** Working time between two moments; none when the second is not later. */
    Duration between(Instant from, Instant to) {
        Duration total = Duration.ZERO;
        if (!from.isBefore(to)) {
            return total;
        }
        LocalDate last = day(to);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Instant begin = span.from.isBefore(from) ? from : span.from;
                Instant end = span.to.isAfter(to) ? to : span.to;
                if (begin.isBefore(end)) {
                    total = total.plus(Duration.between(begin, end));
                }
            }
        }
        return total;
    }

    /**
     * The first moment by which some working time has passed.
     *
     * @throws IllegalStateException when the office is closed for years on end
     */
    Instant after(Instant from, Duration work) {
        if (work.isNegative() || work.isZero()) {
            return from;
        }
        Duration left = work;
        int closed = 0;
        for (LocalDate day = day(from); closed < LONGEST_CLOSURE_IN_DAYS; day = day.plusDays(1)) {
            closed++;
            for (Span span : spans(day)) {
                Instant begin = span.from.isBefore(from) ? from : span.from;
                if (!begin.isBefore(span.to)) {
                    continue;
                }
                closed = 0;
                Duration open = Duration.between(begin, span.to);
                if (open.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(open);
            }
        }
        throw new IllegalStateException("No working time for " + LONGEST_CLOSURE_IN_DAYS + " days after " + from);
    }

    /** When the office opens on the last of some working days after the day of a moment. */
    Instant openingAfter(Instant moment, int workingDays) {
        LocalDate day = day(moment);
        for (int passed = 0, closed = 0; closed < LONGEST_CLOSURE_IN_DAYS; closed++) {
            day = day.plusDays(1);
            List<Span> spans = spans(day);
            if (!spans.isEmpty()) {
                closed = 0;
                if (++passed >= workingDays) {
                    return spans.getFirst().from;
                }
            }
        }
        throw new IllegalStateException("No working day for " + LONGEST_CLOSURE_IN_DAYS + " days before " + day);
    }

    /** Whether the office works at a moment. */
    boolean isOpenAt(Instant moment) {
        return spans(day(moment)).stream().anyMatch(span -> !moment.isBefore(span.from) && moment.isBefore(span.to));
    }

    private List<Span> spans(LocalDate day) {
        List<Opening> openings = week.getOrDefault(day.getDayOfWeek(), List.of());
        if (openings.isEmpty() || closure(day).isPresent()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>(openings.size());
        for (Opening opening : openings) {
            spans.add(new Span(at(day, opening.from()), at(day, opening.to())));
        }
        return spans;
    }

    /** Of an hour that the night skips, the moment at which it would have been; of one that comes twice, the first. */
    private static Instant at(LocalDate day, int minute) {
        LocalDate shown = minute == 24 * 60 ? day.plusDays(1) : day;
        return ZonedDateTime.of(shown, LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L), Italian.ROME)
                .toInstant();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Italian.ROME);
    }

    private static WorkingCalendar usual() {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        List<Opening> hours = List.of(new Opening(8 * 60 + 30, 12 * 60 + 30), new Opening(14 * 60, 17 * 60));
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            week.put(day, hours);
        }
        week.put(DayOfWeek.FRIDAY, List.of(new Opening(8 * 60 + 30, 12 * 60 + 30)));
        return new WorkingCalendar(week, null, new TreeMap<>());
    }

    private record Span(Instant from, Instant to) {}
}
