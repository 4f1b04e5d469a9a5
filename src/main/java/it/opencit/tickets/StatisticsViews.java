// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.shared.charts.BarChart;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Downloads;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.StatisticsQuery.Per;
import it.opencit.tickets.pages.StatisticsPage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statistics as addresses ask them and as pages and files write them. */
@Component
class StatisticsViews {

    /** More groups than these cannot be told apart in a picture: the table has them all. */
    private static final int DRAWN = 12;

    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final Clock clock;

    StatisticsViews(Rulebooks rulebooks, Organizations organizations, Clock clock) {
        this.rulebooks = rulebooks;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** What the address asks; values that are none are as if they were not there. */
    StatisticsQuery query(ListRequest request) {
        YearMonth now = YearMonth.from(clock.instant().atZone(Italian.ROME));
        YearMonth to = month(request.value("a"), now);
        YearMonth from = month(request.value("da"), to.minusMonths(11));
        if (from.isAfter(to)) {
            from = to;
        }
        if (from.until(to, ChronoUnit.MONTHS) >= StatisticsQuery.MOST_MONTHS) {
            from = to.minusMonths(StatisticsQuery.MOST_MONTHS - 1);
        }
        String body = request.value("ente");
        Rulebook rules = rulebooks.current();
        return new StatisticsQuery(
                from,
                to,
                Per.of(request.value("per")),
                rules.category(request.value("categoria")).map(rules::family).orElse(Set.of()),
                body.matches("\\d{1,18}") ? Long.valueOf(body) : null,
                Arrays.stream(TicketType.values())
                        .filter(one -> one.name().equals(request.value("tipo")))
                        .findFirst()
                        .orElse(null));
    }

    private static YearMonth month(String written, YearMonth otherwise) {
        try {
            YearMonth month = written.isEmpty() ? otherwise : YearMonth.parse(written);
            return month.getYear() < 1990 || month.getYear() > 2200 ? otherwise : month;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    StatisticsPage page(StatisticsQuery query, ListRequest request, Statistics.Answer answer, boolean behind) {
        Function<String, String> names = names(query.per());
        List<StatisticsLine> drawn =
                answer.lines().subList(0, Math.min(answer.lines().size(), DRAWN));
        if (query.per() == Per.MONTH) {
            drawn = answer.lines()
                    .subList(
                            Math.max(0, answer.lines().size() - DRAWN),
                            answer.lines().size());
        }
        String address = StatisticsController.STATISTICS;
        return new StatisticsPage(
                address,
                query.from().toString(),
                query.to().toString(),
                Arrays.stream(Per.values())
                        .map(per -> new Option(per.value, per.label))
                        .toList(),
                query.per().value,
                query.per().label,
                SettingsForms.categories(rulebooks.current(), "Tutte"),
                request.value("categoria"),
                Stream.concat(
                                Stream.of(new Option("", "Tutti")),
                                organizations.all().stream()
                                        .map(body -> new Option(body.id().toString(), body.fullName())))
                        .toList(),
                request.value("ente"),
                Stream.concat(
                                Stream.of(new Option("", "Tutti")),
                                Arrays.stream(TicketType.values()).map(one -> new Option(one.name(), one.label())))
                        .toList(),
                request.value("tipo"),
                line("Tutto il periodo", answer.all()),
                answer.lines().stream()
                        .map(line -> line(names.apply(String.valueOf(line.key())), line))
                        .toList(),
                chart(
                        "Ticket aperti e risolti",
                        List.of("Aperti", "Risolti"),
                        drawn,
                        names,
                        line -> List.of(line.opened(), line.solved())),
                chart(
                        "Ore di lavoro fino alla soluzione, senza minuti",
                        List.of("Metà dei ticket entro", "Nove su dieci entro"),
                        drawn,
                        names,
                        line -> List.of(hours(line.solutionMedian()), hours(line.solutionNinth()))),
                answer.lines().size() > drawn.size(),
                new Downloads(address + "/statistiche", asked(request)),
                behind);
    }

    private static String asked(ListRequest request) {
        String asked = Stream.of("da", "a", "per", "categoria", "ente", "tipo")
                .filter(name -> !request.value(name).isEmpty())
                .map(name -> name + "=" + URLEncoder.encode(request.value(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
    }

    private static BarChart chart(
            String title,
            List<String> series,
            List<StatisticsLine> lines,
            Function<String, String> names,
            Function<StatisticsLine, List<Long>> values) {
        return new BarChart(
                title,
                series,
                lines.stream()
                        .map(line -> new BarChart.Group(
                                shortened(names.apply(String.valueOf(line.key())), lines.size()), values.apply(line)))
                        .toList());
    }

    /** As many letters as fit beneath a group of bars. */
    private static String shortened(String whole, int groups) {
        String name = whole.replaceFirst("^Comune (di |d')", "");
        int most = Math.max(7, 96 / Math.max(1, groups));
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private static long hours(@Nullable Double minutes) {
        return minutes == null ? 0 : Math.round(minutes / 60);
    }

    private static StatisticsPage.Line line(String name, StatisticsLine line) {
        Double score = line.score();
        return new StatisticsPage.Line(
                name,
                Italian.number(line.opened()),
                Italian.number(line.solved()),
                Italian.number(line.open()),
                time(line.takeMedian()),
                time(line.takeNinth()),
                share(line.takenInTime(), line.taken()),
                time(line.solutionMedian()),
                time(line.solutionNinth()),
                share(line.solvedInTime(), line.solved()),
                score == null
                        ? "—"
                        : Italian.number(BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP)) + " ("
                                + Italian.number(line.opinions()) + ")");
    }

    private static String time(@Nullable Double minutes) {
        return minutes == null ? "—" : WorkingTime.text(Duration.ofMinutes(Math.round(minutes)));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "—" : Italian.number(percent(part, whole)) + " %";
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    static Listing columns(Per per) {
        return Listing.named("statistiche")
                .column(Column.text("chiave", per.label, ""))
                .column(Column.integer("aperti", "Aperti", ""))
                .column(Column.integer("risolti", "Risolti", ""))
                .column(Column.integer("restano", "Aperti alla fine", ""))
                .column(Column.decimal("presa50", "Presa in carico, mediana (ore di lavoro)", ""))
                .column(Column.decimal("presa90", "Presa in carico, 90° percentile (ore di lavoro)", ""))
                .column(Column.decimal("presaTempo", "Prese in carico nei tempi %", ""))
                .column(Column.decimal("soluzione50", "Soluzione, mediana (ore di lavoro)", ""))
                .column(Column.decimal("soluzione90", "Soluzione, 90° percentile (ore di lavoro)", ""))
                .column(Column.decimal("soluzioneTempo", "Soluzioni nei tempi %", ""))
                .column(Column.decimal("voto", "Soddisfazione, media da 1 a 5", ""))
                .column(Column.integer("pareri", "Pareri", ""))
                .sortedBy("ordine")
                .column(Column.hidden("ordine", ""));
    }

    List<ListRow> rows(StatisticsQuery query, Statistics.Answer answer) {
        Function<String, String> names = names(query.per());
        List<ListRow> rows = new ArrayList<>();
        for (StatisticsLine line : answer.lines()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("chiave", names.apply(String.valueOf(line.key())));
            values.put("aperti", line.opened());
            values.put("risolti", line.solved());
            values.put("restano", line.open());
            values.put("presa50", inHours(line.takeMedian()));
            values.put("presa90", inHours(line.takeNinth()));
            values.put("presaTempo", line.taken() == 0 ? null : percent(line.takenInTime(), line.taken()));
            values.put("soluzione50", inHours(line.solutionMedian()));
            values.put("soluzione90", inHours(line.solutionNinth()));
            values.put("soluzioneTempo", line.solved() == 0 ? null : percent(line.solvedInTime(), line.solved()));
            Double score = line.score();
            values.put("voto", score == null ? null : BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP));
            values.put("pareri", line.opinions());
            values.put("ordine", "%06d".formatted(rows.size()));
            rows.add(new ListRow(rows.size(), values));
        }
        return rows;
    }

    private static @Nullable BigDecimal inHours(@Nullable Double minutes) {
        return minutes == null ? null : BigDecimal.valueOf(minutes / 60).setScale(2, RoundingMode.HALF_UP);
    }

    /** How pages and programs call what the numbers are parted by. */
    Function<String, String> names(Per per) {
        return switch (per) {
            case MONTH ->
                key -> {
                    YearMonth month = YearMonth.parse(key);
                    return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ITALIAN) + " " + month.getYear();
                };
            case CATEGORY -> {
                Rulebook rules = rulebooks.current();
                yield key -> rules.title(rules.category(Long.parseLong(key)));
            }
            case BODY -> {
                Map<String, String> names = organizations.all().stream()
                        .collect(Collectors.toMap(body -> body.id().toString(), Organization::fullName));
                yield key -> names.getOrDefault(key, key);
            }
            case SERVICE -> {
                ServiceNames services = rulebooks.current().services();
                yield key -> key.isEmpty() ? "Nessun servizio indicato" : services.title(key);
            }
            case SUPPLIER, AGENT -> Function.identity();
        };
    }
}
