// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.Euro;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filters, sorts and pages rows that were computed, with the same address as rows of the database. */
final class ComputedRows {

    private ComputedRows() {}

    static List<ListRow> ordered(Listing listing, List<ListRow> all, ListRequest request) {
        Column sort = request.sort(listing);
        Comparator<ListRow> order = Comparator.<ListRow, Comparable<Object>>comparing(row -> sortValue(sort, row))
                .thenComparing(ListRow::key);
        return all.stream()
                .filter(row -> listing.filters.stream().allMatch(filter -> passes(listing, filter, row, request)))
                .sorted(request.descending(listing) ? order.reversed() : order)
                .toList();
    }

    static ListPage page(Listing listing, List<ListRow> all, ListRequest request) {
        List<ListRow> rows = ordered(listing, all, request);
        Cursor after = request.after();
        Cursor before = request.before();
        int from = after != null ? indexOf(rows, after.key()) + 1 : 0;
        if (before != null) {
            from = Math.max(0, indexOf(rows, before.key()) - ListRequest.PAGE_SIZE);
        }
        int to = Math.min(rows.size(), from + ListRequest.PAGE_SIZE);
        List<Lists.Sorted> page = rows.subList(from, to).stream()
                .map(row -> new Lists.Sorted(row, ""))
                .toList();
        return ListView.of(listing, request, page, rows.size(), true, from > 0, to < rows.size());
    }

    private static int indexOf(List<ListRow> rows, long key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key() == key) {
                return i;
            }
        }
        return -1;
    }

    private static boolean passes(Listing listing, Filter filter, ListRow row, ListRequest request) {
        String value = request.value(filter.key());
        if (value.isEmpty()) {
            return true;
        }
        return switch (filter.kind()) {
            case SEARCH -> {
                var text = new StringBuilder();
                for (Column column : listing.columns) {
                    if (column.kind() == Column.Kind.TEXT && row.value(column.key()) instanceof String cell) {
                        text.append(plain(cell)).append(' ');
                    }
                }
                for (String word : plain(value).split("\\s+")) {
                    if (text.indexOf(word) < 0) {
                        yield false;
                    }
                }
                yield true;
            }
            case CHOICE ->
                filter.options().stream().noneMatch(option -> option.value().equals(value))
                        || value.equals(String.valueOf(row.value(filter.key())));
            case DATE, TEXT -> value.equals(String.valueOf(row.value(filter.key())));
            case AMOUNT -> {
                BigDecimal amount = ListRequest.amount(value);
                yield amount == null
                        || (row.value(filter.key()) instanceof Euro euro
                                && euro.value().compareTo(amount) == 0);
            }
        };
    }

    @SuppressWarnings("unchecked") // all values of a column are of its one kind
    private static Comparable<Object> sortValue(Column column, ListRow row) {
        @Nullable Object value = row.value(column.key());
        Object comparable =
                switch (column.kind()) {
                    case TEXT -> plain(value == null ? "" : value.toString());
                    case INTEGER, YEAR, DECIMAL, EURO ->
                        switch (value) {
                            case null -> BigDecimal.valueOf(Long.MIN_VALUE);
                            case Euro euro -> euro.value();
                            default -> new BigDecimal(value.toString());
                        };
                    case DATE -> value == null ? LocalDate.MIN : value;
                    case MOMENT -> value == null ? Instant.MIN : value;
                };
        return (Comparable<Object>) comparable;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
