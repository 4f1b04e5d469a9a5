// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import it.opencit.shared.forms.Option;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What tables and their columns are called in Italian: as {@code messages/trail_names} says, else as their comments do, else
 * by their own name. Neither changes while the program runs.
 */
@Component
class TrailNames {

    /** What the trail may hold and nobody may read in it; {@code notices.mail.body} carries links that let one in. */
    static final String HIDDEN_FIELDS = "secret|password|token|_hash|_sha256";

    static final String HIDDEN = "(non si mostra)";

    private static final Pattern HIDDEN_PATTERN = Pattern.compile(HIDDEN_FIELDS);
    private static final ResourceBundle NAMES = ResourceBundle.getBundle("messages/trail_names", Locale.ROOT);
    private static final String FIELD = "field.";

    private final TrailStore store;
    private volatile @Nullable Map<String, String> known;

    TrailNames(TrailStore store) {
        this.store = store;
    }

    /** By table with its schema. */
    Map<String, String> things() {
        Map<String, String> things = known;
        if (things == null) {
            Map<String, String> read = new TreeMap<>();
            store.tables().forEach((table, said) -> read.put(table, name(table, said)));
            known = read;
            things = read;
        }
        return things;
    }

    String thing(String table) {
        return things().getOrDefault(table, table);
    }

    /** What the comment of a table says; "" without one. */
    String about(String table) {
        return store.tables().getOrDefault(table, "");
    }

    /** The tables to choose from, by their name. */
    List<Option> choices() {
        return things().entrySet().stream()
                .map(one -> new Option(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(Locale.ITALIAN)))
                .toList();
    }

    /** By column, those that have a name of their own. */
    static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.keySet().stream()
                .filter(key -> key.startsWith(FIELD))
                .sorted()
                .forEach(key -> fields.put(key.substring(FIELD.length()), NAMES.getString(key)));
        return fields;
    }

    static String field(String column) {
        return NAMES.containsKey(FIELD + column) ? NAMES.getString(FIELD + column) : column.replace('_', ' ');
    }

    static boolean isHidden(String table, String column) {
        return HIDDEN_PATTERN.matcher(column).find() || table.equals("notices.mail") && column.equals("body");
    }

    private static String name(String table, String said) {
        if (NAMES.containsKey(table)) {
            return NAMES.getString(table);
        }
        String first = said.split("[:;,(]", 2)[0].strip();
        return first.isEmpty() ? table : first;
    }
}
