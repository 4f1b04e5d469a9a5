// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.StatisticsQuery.Per;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the help desk goes, in numbers. */
@Service
class Statistics {

    /** So much is caught up before an answer; the rest follows by itself. */
    private static final int ROUNDS = 4;

    private final StatisticsStore store;
    private final Rulebooks rulebooks;
    private final Watch watch;

    Statistics(StatisticsStore store, Rulebooks rulebooks, Watch watch) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.watch = watch;
    }

    /**
     * Counts what changed a moment ago too, before an answer.
     *
     * @return whether there is more of it, that the answer will not have
     */
    public boolean catchUp() {
        boolean more = true;
        for (int round = 0; more && round < ROUNDS; round++) {
            more = watch.catchUp();
        }
        return more;
    }

    /**
     * What was asked.
     *
     * @param all all together
     * @param lines months in order, all of them; anything else by how many were opened, the most first
     */
    record Answer(StatisticsLine all, List<StatisticsLine> lines) {}

    @Transactional
    public Answer answer(StatisticsQuery query) {
        ServiceNames services = rulebooks.current().services();
        List<StatisticsLine> found = store.happened(query, services);
        Map<@Nullable String, Long> open = store.open(query, services);
        StatisticsLine all = find(found, null).withOpen(open.getOrDefault(null, 0L));
        if (query.per() == Per.MONTH) {
            return new Answer(all, months(query, found, all.open()));
        }
        List<StatisticsLine> lines = new ArrayList<>();
        found.stream()
                .filter(line -> line.key() != null)
                .map(line -> line.withOpen(open.getOrDefault(line.key(), 0L)))
                .forEach(lines::add);
        open.forEach((key, number) -> {
            if (key != null && lines.stream().noneMatch(line -> key.equals(line.key()))) {
                lines.add(StatisticsLine.nothing(key).withOpen(number));
            }
        });
        lines.sort(Comparator.comparingLong(StatisticsLine::opened)
                .reversed()
                .thenComparing(line -> String.valueOf(line.key())));
        return new Answer(all, lines);
    }

    /** Open at the end of a month: those at the end of the next, less those opened, more those solved in it. */
    private static List<StatisticsLine> months(StatisticsQuery query, List<StatisticsLine> found, long openAtEnd) {
        List<StatisticsLine> lines = new ArrayList<>();
        long open = openAtEnd;
        for (YearMonth month = query.to(); !month.isBefore(query.from()); month = month.minusMonths(1)) {
            StatisticsLine line = find(found, month.toString()).withOpen(open);
            lines.addFirst(line);
            open = open - line.opened() + line.solved();
        }
        return lines;
    }

    private static StatisticsLine find(List<StatisticsLine> lines, @Nullable String key) {
        return lines.stream()
                .filter(line -> java.util.Objects.equals(line.key(), key))
                .findFirst()
                .orElseGet(() -> StatisticsLine.nothing(key));
    }
}
