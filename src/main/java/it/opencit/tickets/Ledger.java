// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.ServiceLevel.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a ticket: the marks, in order, from which every working minute and every due time derives. What passed
 * before a mark was counted by the calendar of then; the promise is the one of the last mark.
 */
record Ledger(List<Mark> marks) {

    Ledger {
        marks = List.copyOf(marks);
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("A ledger begins with the opening");
        }
        for (int i = 1; i < marks.size(); i++) {
            if (marks.get(i).at().isBefore(marks.get(i - 1).at())) {
                throw new IllegalArgumentException(marks.get(i) + " is before " + marks.get(i - 1));
            }
        }
    }

    /**
     * A stretch of time in which nothing of the clock changed.
     *
     * @param to the next mark, or the moment asked for
     * @param worked working time of the stretch; zero while the clock stands
     * @param elapsed working time from the opening to the end of the stretch
     */
    record Segment(Mark mark, Instant to, Duration worked, Duration elapsed) {}

    Mark last() {
        return marks.getLast();
    }

    /** The stretches up to a moment. */
    List<Segment> segments(Instant until) {
        List<Segment> segments = new ArrayList<>(marks.size());
        Duration elapsed = Duration.ZERO;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (mark.at().isAfter(until)) {
                break;
            }
            Instant next = i + 1 < marks.size() ? marks.get(i + 1).at() : until;
            Instant to = next.isAfter(until) ? until : next;
            Duration worked = mark.running() ? mark.calendar().hours().between(mark.at(), to) : Duration.ZERO;
            elapsed = elapsed.plus(worked);
            segments.add(new Segment(mark, to, worked, elapsed));
        }
        return segments;
    }

    /** Working time from the opening to a moment. */
    Duration elapsed(Instant until) {
        List<Segment> segments = segments(until);
        return segments.isEmpty() ? Duration.ZERO : segments.getLast().elapsed();
    }

    /** What is left of a promise at a moment; negative when it was missed. */
    Duration remaining(Target target, Instant at) {
        return last().level().of(target).minus(elapsed(at));
    }

    /**
     * When a promise falls due: nobody can say while the clock stands with time left; once the time is used up it is the
     * moment at which it was, by the hours of then, whatever happened later.
     */
    Optional<Instant> due(Target target) {
        return reached(last().level().of(target));
    }

    /** When so much working time has passed, or will have; nobody can say while the clock stands before. */
    Optional<Instant> reached(Duration promised) {
        Duration before = Duration.ZERO;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (!mark.running()) {
                continue;
            }
            WorkingCalendar hours = mark.calendar().hours();
            if (i + 1 == marks.size()) {
                Duration left = promised.minus(before);
                return Optional.of(left.isNegative() ? mark.at() : hours.after(mark.at(), left));
            }
            Duration worked = hours.between(mark.at(), marks.get(i + 1).at());
            if (before.plus(worked).compareTo(promised) >= 0) {
                Duration left = promised.minus(before);
                return Optional.of(left.isNegative() ? mark.at() : hours.after(mark.at(), left));
            }
            before = before.plus(worked);
        }
        return Optional.empty();
    }

    /** Since when the clock stands, whatever else changed since; the last mark while it runs. */
    Instant standingSince() {
        Instant since = last().at();
        for (int i = marks.size() - 1; i >= 0 && !marks.get(i).running(); i--) {
            since = marks.get(i).at();
        }
        return since;
    }

    /** What was promised at a moment. */
    ServiceLevel levelAt(Instant moment) {
        ServiceLevel level = marks.getFirst().level();
        for (Mark mark : marks) {
            if (!mark.at().isAfter(moment)) {
                level = mark.level();
            }
        }
        return level;
    }

    /** The ledger with one more line. */
    Ledger with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Ledger(more);
    }
}
