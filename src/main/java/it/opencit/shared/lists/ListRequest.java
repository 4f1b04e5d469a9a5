// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.forms.FormInput;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address asks of a list: filters, order, where the page begins. A controller takes it as a parameter.
 *
 * @param path of the page
 * @param parameters first value of each, as typed
 */
public record ListRequest(String path, Map<String, String> parameters) {

    static final String SORT = "ordine";
    static final String DIRECTION = "verso";
    static final String AFTER = "dopo";
    static final String BEFORE = "prima";
    static final int PAGE_SIZE = 50;

    /** The value of a parameter; "" when there is none. */
    public String value(String parameter) {
        return parameters.getOrDefault(parameter, "").strip();
    }

    Column sort(Listing listing) {
        String wanted = value(SORT);
        return listing.shown().stream()
                .filter(column -> column.key().equals(wanted))
                .findFirst()
                .orElseGet(() -> listing.column(listing.sort));
    }

    boolean descending(Listing listing) {
        return switch (value(DIRECTION)) {
            case "su" -> false;
            case "giu" -> true;
            default -> listing.descending && value(SORT).isEmpty();
        };
    }

    @Nullable
    Cursor after() {
        return Cursor.read(value(AFTER));
    }

    @Nullable
    Cursor before() {
        return Cursor.read(value(BEFORE));
    }

    /** The same page with some parameters changed; {@code null} takes one away. Paging restarts. */
    String with(String where, Map<String, @Nullable String> changes) {
        Map<String, String> next = new LinkedHashMap<>(parameters);
        next.remove(AFTER);
        next.remove(BEFORE);
        changes.forEach((name, value) -> {
            if (value == null) {
                next.remove(name);
            } else {
                next.put(name, value);
            }
        });
        String query = next.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? where : where + "?" + query;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An amount as typed in a filter, {@code 1.250,50} or {@code 1250.50}; {@code null} for anything else. */
    static @Nullable BigDecimal amount(String typed) {
        return FormInput.of(Map.of("amount", List.of(typed))).decimal("amount");
    }
}
