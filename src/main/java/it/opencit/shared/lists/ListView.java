// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.Euro;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns rows into what the page shows. */
final class ListView {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private ListView() {}

    static ListPage of(
            Listing listing,
            ListRequest request,
            List<Lists.Sorted> rows,
            long total,
            boolean exact,
            boolean previous,
            boolean next) {
        Column sort = request.sort(listing);
        boolean descending = request.descending(listing);
        List<Column> shown = listing.shown();
        List<ListPage.Head> heads = shown.stream()
                .map(column -> head(request, column, column.equals(sort), descending))
                .toList();
        List<ListPage.Line> lines = rows.stream()
                .map(row -> new ListPage.Line(
                        shown.stream().map(column -> cell(column, row.row())).toList()))
                .toList();
        List<ListPage.Sieve> sieves = listing.filters.stream()
                .map(filter -> new ListPage.Sieve(
                        filter.key(), filter.label(), filter.kind(), filter.options(), request.value(filter.key())))
                .toList();
        List<Option> kept = request.parameters().entrySet().stream()
                .filter(entry -> !List.of(ListRequest.AFTER, ListRequest.BEFORE).contains(entry.getKey()))
                .filter(entry -> sieves.stream().noneMatch(sieve -> sieve.key().equals(entry.getKey())))
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .toList();
        return new ListPage(
                request.path(),
                heads,
                lines,
                sieves,
                kept,
                total,
                exact,
                previous && !rows.isEmpty() ? at(request, ListRequest.BEFORE, rows.getFirst()) : null,
                next && !rows.isEmpty() ? at(request, ListRequest.AFTER, rows.getLast()) : null,
                new Downloads(request.path() + "/" + listing.name, request.with("", Map.of())),
                sieves.stream().anyMatch(sieve -> !sieve.value().isEmpty()),
                listing.emptyText,
                listing.firstStep,
                listing.firstStepAddress);
    }

    private static String at(ListRequest request, String edge, Lists.Sorted row) {
        return request.with(
                request.path(), Map.of(edge, new Cursor(row.sort(), row.row().key()).write()));
    }

    private static ListPage.Head head(ListRequest request, Column column, boolean sorted, boolean descending) {
        Map<String, @Nullable String> change = new HashMap<>();
        change.put(ListRequest.SORT, column.key());
        change.put(ListRequest.DIRECTION, sorted && !descending ? "giu" : "su");
        return new ListPage.Head(
                column.label(),
                request.with(request.path(), change),
                !sorted ? "none" : descending ? "descending" : "ascending",
                column.kind().isNumeric());
    }

    private static ListPage.Cell cell(Column column, ListRow row) {
        String instead = column.instead();
        String text = instead != null && row.value(instead) instanceof String other && !other.isEmpty()
                ? other
                : shown(column.kind(), row.value(column.key()));
        String link = column.link();
        String address = link == null || text.isEmpty()
                ? null
                : PLACE.matcher(link)
                        .replaceAll(place -> place.group(1).equals("key")
                                ? Long.toString(row.key())
                                : String.valueOf(row.value(place.group(1))));
        return new ListPage.Cell(
                column.label(),
                text,
                address == null || address.contains("null") ? null : address,
                column.kind().isNumeric());
    }

    static String shown(Column.Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Euro euro -> euro.inItalian();
            case LocalDate date -> Italian.date(date);
            case Instant moment -> Italian.moment(moment);
            case BigDecimal number when kind == Column.Kind.YEAR -> number.toPlainString();
            case BigDecimal number when kind == Column.Kind.EURO -> "€ " + Italian.money(number);
            case Number number -> Italian.number(number);
            default -> value.toString();
        };
    }

    static List<String> labels(Listing listing) {
        return Arrays.asList(listing.shown().stream().map(Column::label).toArray(String[]::new));
    }
}
