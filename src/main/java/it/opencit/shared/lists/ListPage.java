// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, ready to be shown by {@code shared/list.jte}.
 *
 * @param total rows that the filters let through, counted up to {@link Lists#COUNTED}
 * @param exact whether {@code total} is all of them
 * @param next address of the following page, or {@code null}
 * @param filtered whether any filter is set
 */
public record ListPage(
        String path,
        List<Head> heads,
        List<Line> lines,
        List<Sieve> sieves,
        List<Option> kept,
        long total,
        boolean exact,
        @Nullable String previous,
        @Nullable String next,
        Downloads downloads,
        boolean filtered,
        String emptyText,
        @Nullable String firstStep,
        @Nullable String firstStepAddress) {

    /**
     * The head of a column.
     *
     * @param sortAddress the list ordered by it
     * @param order {@code ascending}, {@code descending} or {@code none}, as ARIA names them
     */
    public record Head(String label, String sortAddress, String order, boolean numeric) {}

    /** A row. */
    public record Line(List<Cell> cells) {}

    /** A value as shown. */
    public record Cell(String label, String text, @Nullable String address, boolean numeric) {}

    /** A filter and its present value. */
    public record Sieve(String key, String label, Filter.Kind kind, List<Option> options, String value) {}

    /** How many rows there are, in words: {@code 1 riga}, {@code 3.204 righe}, {@code oltre 10.000 righe}. */
    public String counted() {
        if (!exact) {
            return "oltre " + Italian.number(total) + " righe";
        }
        return Italian.number(total) + (total == 1 ? " riga" : " righe");
    }

    /** Address of the same list without its filters: whatever else the address says stays. */
    public String unfiltered() {
        String query = kept.stream()
                .map(field -> ListRequest.encode(field.value()) + "=" + ListRequest.encode(field.label()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
