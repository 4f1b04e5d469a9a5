// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvTable;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file of consumption would do, row by row. Pure: the same file on the same data gives the same plan.
 *
 * @param rows in the order of the file
 */
record ConsumptionPlan(List<Row> rows) {

    static final List<String> COLUMNS = List.of("ente", "periodo");

    /** What becomes of a row. */
    enum Outcome {
        NEW("Nuova"),
        CHANGED("Cambia"),
        SAME("Già registrata"),
        REFUSED("Rifiutata");

        final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /**
     * A row of the file.
     *
     * @param consumed {@code null} when it is refused
     * @param note why it is refused, or what was there before
     */
    record Row(
            int line,
            String body,
            String days,
            String value,
            Outcome outcome,
            @Nullable Consumed consumed,
            String note) {}

    /**
     * Plans a file.
     *
     * @param key of the quantity that it counts
     * @param using the subscriptions that use, or have used, the service
     * @param known what is recorded already
     */
    static ConsumptionPlan of(
            CsvTable table, String key, BodyFinder bodies, List<Subscription> using, List<Consumed> known) {
        Map<OrganizationId, List<Subscription>> byBody = new HashMap<>();
        using.forEach(one -> byBody.computeIfAbsent(one.organization(), _ -> new ArrayList<>())
                .add(one));
        Map<SubscriptionId, List<Consumed>> counted = new HashMap<>();
        known.stream()
                .filter(one -> one.key().equals(key))
                .forEach(one -> counted.computeIfAbsent(one.subscription(), _ -> new ArrayList<>())
                        .add(one));
        Map<Place, Integer> seen = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            if (row.values().stream().allMatch(String::isBlank)) {
                continue;
            }
            rows.add(row(row, key, bodies, byBody, counted, seen));
        }
        return new ConsumptionPlan(rows);
    }

    private record Place(SubscriptionId subscription, Period days) {}

    private static Row row(
            CsvTable.Row row,
            String key,
            BodyFinder bodies,
            Map<OrganizationId, List<Subscription>> byBody,
            Map<SubscriptionId, List<Consumed>> counted,
            Map<Place, Integer> seen) {
        String written = row.get("ente");
        try {
            Organization body = bodies.find(written);
            Period days = CsvDays.read(row.get("periodo"));
            BigDecimal value = value(quantity(row));
            Subscription subscription = using(body, byBody.getOrDefault(body.id(), List.of()), days);
            var consumed = new Consumed(subscription.id(), key, days, value, row.get("nota"));
            Integer before = seen.putIfAbsent(new Place(subscription.id(), days), row.number());
            if (before != null) {
                throw new Refusal("subscriptions.import.twice", before);
            }
            List<Consumed> others = counted.computeIfAbsent(subscription.id(), _ -> new ArrayList<>());
            Consumption.check(consumed, subscription.state(), others);
            Consumed old = others.stream()
                    .filter(other -> other.days().equals(days))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                others.add(consumed);
            }
            return new Row(
                    row.number(),
                    body.fullName(),
                    words(days),
                    Italian.number(value),
                    old == null ? Outcome.NEW : old.equals(consumed) ? Outcome.SAME : Outcome.CHANGED,
                    consumed,
                    old == null || old.value().compareTo(value) == 0 ? "" : "Prima era " + Italian.number(old.value()));
        } catch (Refusal refusal) {
            return new Row(
                    row.number(),
                    written,
                    row.get("periodo"),
                    quantity(row),
                    Outcome.REFUSED,
                    null,
                    refusal.inItalian());
        }
    }

    private static Subscription using(Organization body, List<Subscription> own, Period days) {
        if (own.isEmpty()) {
            throw Refusal.inField("ente", "subscriptions.import.not-using", body.fullName());
        }
        return own.stream()
                .filter(one -> new Period(
                                Objects.requireNonNull(one.state().firstDay()),
                                one.state().lastDay())
                        .overlaps(days))
                .findFirst()
                .orElseGet(own::getLast);
    }

    /** Offices write the column with and without its accent. */
    private static String quantity(CsvTable.Row row) {
        return row.get(row.columns().containsKey("quantità") ? "quantità" : "quantita");
    }

    /** @throws Refusal when it is not a table, or lacks a column */
    static CsvTable table(byte[] content) {
        CsvTable table = CsvTable.read(content, COLUMNS);
        if (table.rows().isEmpty()) {
            throw Refusal.inField("file", "subscriptions.import.empty");
        }
        if (table.header().stream()
                .noneMatch(name -> name.toLowerCase(Locale.ITALIAN).matches("quantit[aà]"))) {
            throw Refusal.inField("file", "subscriptions.import.columns", String.join(", ", table.header()));
        }
        return table;
    }

    private static BigDecimal value(String written) {
        FormInput form = FormInput.empty().with("quantita", written);
        BigDecimal value = form.decimal("quantita");
        if (value == null) {
            throw Refusal.inField("quantita", "subscriptions.import.number", written);
        }
        return value;
    }

    private static String words(Period days) {
        return days.from().equals(days.to())
                ? Italian.date(days.from())
                : Italian.date(days.from()) + " - " + Italian.date(days.to());
    }

    long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** What would be written: two plans with the same digest do the same. */
    String digest() {
        return Integer.toHexString(rows.stream()
                .map(row -> row.line() + " " + row.outcome() + " " + row.consumed())
                .toList()
                .hashCode());
    }
}
