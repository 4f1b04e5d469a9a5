// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter of a saved view as programs name it; it is kept as the addresses of pages say it. */
enum ApiFilter {
    WORDS("q", "q"),
    STATE(
            "state",
            "stato",
            Stream.concat(Stream.of("OPEN"), names(TicketState.values())).toList()),
    BODY("organizationId", "ente"),
    ASSIGNEE("assignee", "assegnatario") {
        @Override
        Map<String, String> synonyms() {
            return Map.of("me", "me", "my-groups", "miei-gruppi", "nobody", "nessuno");
        }
    },
    DUE("due", "scadenza", List.of("overdue", "today", "week")) {
        @Override
        Map<String, String> synonyms() {
            return Map.of("overdue", "oltre", "today", "oggi", "week", "settimana");
        }
    },
    URGENCY("urgency", "urgenza", names(Urgency.values()).toList()),
    TYPE("type", "tipo", names(TicketType.values()).toList()),
    CATEGORY("category", "categoria"),
    SERVICE("service", "servizio"),
    SORT(
            "sort",
            "ordine",
            Arrays.stream(TicketQuery.Sort.values()).map(one -> one.code).toList()) {
        @Override
        Map<String, String> synonyms() {
            return Arrays.stream(TicketQuery.Sort.values()).collect(Collectors.toMap(one -> one.code, Enum::name));
        }
    };

    private final String name;
    private final String inPages;
    private final List<String> values;

    ApiFilter(String name, String inPages) {
        this(name, inPages, List.of());
    }

    /** @param values the only ones it may have; any when empty */
    ApiFilter(String name, String inPages, List<String> values) {
        this.name = name;
        this.inPages = inPages;
        this.values = values;
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    /** Values that pages write otherwise. */
    Map<String, String> synonyms() {
        return Map.of();
    }

    /**
     * Filters of a program as pages say them; those without a value are none.
     *
     * @throws Refusal when there is no such filter, or it cannot have that value
     */
    static Map<String, String> inPages(Map<String, String> filters, Rulebook rules) {
        Map<String, String> pages = new LinkedHashMap<>();
        filters.forEach((name, typed) -> {
            ApiFilter filter = Arrays.stream(values())
                    .filter(one -> one.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.inField(
                            "filters",
                            "tickets.api.filter",
                            name,
                            Arrays.stream(values()).map(one -> one.name).collect(Collectors.joining(", "))));
            String value = TicketApi.text(typed);
            if (!value.isEmpty()) {
                filter.check(value, rules);
                pages.put(filter.inPages, filter.synonyms().getOrDefault(value, value));
            }
        });
        return pages;
    }

    private void check(String value, Rulebook rules) {
        if (!values.isEmpty() && !values.contains(value)) {
            throw Refusal.inField(
                    "filters", "tickets.api.filter.value", name, value, "uno tra " + String.join(", ", values));
        }
        if (this == BODY && !value.matches("\\d{1,18}")) {
            throw Refusal.inField("filters", "tickets.api.filter.value", name, value, "l'identificativo di un ente");
        }
        if (this == CATEGORY) {
            TicketApi.category(rules, value);
        }
    }

    /** Filters of pages as programs name them. A body may stand there by its name, as somebody typed it. */
    static Map<String, String> inApi(Map<String, String> pages) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (ApiFilter filter : values()) {
            String value = pages.get(filter.inPages);
            if (value != null) {
                filters.put(
                        filter.name,
                        filter.synonyms().entrySet().stream()
                                .filter(one -> one.getValue().equals(value))
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(value));
            }
        }
        return filters;
    }
}
