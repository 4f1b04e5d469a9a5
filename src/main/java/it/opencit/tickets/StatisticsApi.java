// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.StatisticsQuery.Per;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the help desk goes, for other programs of the office: the numbers of the page, by the same definitions. */
@RestController
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class StatisticsApi {

    private final Statistics statistics;
    private final StatisticsViews views;
    private final Rulebooks rulebooks;
    private final Clock clock;

    StatisticsApi(Statistics statistics, StatisticsViews views, Rulebooks rulebooks, Clock clock) {
        this.statistics = statistics;
        this.views = views;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /**
     * Numbers of a month, a body, a person …: each thing is counted in the month in which it happened; tickets that
     * were removed, and duplicates merged into another, are not counted.
     *
     * @param key month, code of the category, identifier of the body, service, name of the supplier or person; {@code null} for all together
     * @param name in Italian
     * @param open not solved when the month or the period ends
     * @param takeMedian minutes of working time within which half of those taken in charge were; {@code null} for none taken
     * @param takeNinth minutes within which nine of ten were
     * @param takenInTime how many of {@code taken} within what was promised
     * @param solutionMedian minutes of working time; by supplier those in which it had the ticket
     * @param score mean of the opinions given, from 1 to 5; {@code null} for none
     */
    record ApiNumbers(
            @Nullable String key,
            String name,
            long opened,
            long solved,
            long open,
            long taken,
            long takenInTime,
            @Nullable Double takeMedian,
            @Nullable Double takeNinth,
            long solvedInTime,
            @Nullable Double solutionMedian,
            @Nullable Double solutionNinth,
            long opinions,
            @Nullable Double score) {

        static ApiNumbers of(StatisticsLine line, @Nullable String key, String name) {
            return new ApiNumbers(
                    key,
                    name,
                    line.opened(),
                    line.solved(),
                    line.open(),
                    line.taken(),
                    line.takenInTime(),
                    line.takeMedian(),
                    line.takeNinth(),
                    line.solvedInTime(),
                    line.solutionMedian(),
                    line.solutionNinth(),
                    line.opinions(),
                    line.score());
        }
    }

    /**
     * What was asked.
     *
     * @param behind whether tickets that changed a moment ago are not yet counted
     * @param lines months in order, all of them; anything else by how many were opened, the most first
     */
    record ApiStatistics(String from, String to, Per per, boolean behind, ApiNumbers all, List<ApiNumbers> lines) {}

    /**
     * Counts.
     *
     * @param from first month, {@code 2026-01}; eleven before the last when it is not said
     * @param to last month, included; this one when it is not said
     * @param category code; those below it are counted too
     */
    @GetMapping("/api/v1/tickets/statistics")
    ApiStatistics show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "MONTH") Per per,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @Nullable OrganizationId organizationId,
            @RequestParam(required = false) @Nullable TicketType type) {
        YearMonth last = month("to", to, YearMonth.from(clock.instant().atZone(Italian.ROME)));
        YearMonth first = month("from", from, last.minusMonths(11));
        if (first.isAfter(last) || first.until(last, ChronoUnit.MONTHS) >= StatisticsQuery.MOST_MONTHS) {
            throw Refusal.inField("from", "tickets.api.months", StatisticsQuery.MOST_MONTHS);
        }
        Rulebook rules = rulebooks.current();
        StatisticsQuery query = new StatisticsQuery(
                first,
                last,
                per,
                TicketApi.categories(rules, category.strip()),
                organizationId == null ? null : organizationId.value(),
                type);
        boolean behind = statistics.catchUp();
        Statistics.Answer answer = statistics.answer(query);
        Function<String, String> names = views.names(per);
        return new ApiStatistics(
                first.toString(),
                last.toString(),
                per,
                behind,
                ApiNumbers.of(answer.all(), null, "Tutto il periodo"),
                answer.lines().stream()
                        .map(line -> {
                            String key = String.valueOf(line.key());
                            return ApiNumbers.of(line, per == Per.CATEGORY ? code(rules, key) : key, names.apply(key));
                        })
                        .toList());
    }

    private static String code(Rulebook rules, String category) {
        return rules.category(Long.parseLong(category)).code();
    }

    private static YearMonth month(String field, String written, YearMonth otherwise) {
        try {
            return written.isBlank() ? otherwise : YearMonth.parse(written.strip());
        } catch (DateTimeException e) {
            throw Refusal.inField(field, "tickets.api.month", written);
        }
    }
}
