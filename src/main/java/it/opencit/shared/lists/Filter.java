// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.forms.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to narrow a list; its value stands in the address.
 *
 * @param key name in the address
 * @param options for a choice: the values allowed
 * @param sql condition with {@code :value} (for a search {@code :word}, asked of every word); for computed rows the key names the column
 * @param lookup for a search in a long list: where each word is looked up first; {@code null} for none
 */
public record Filter(
        String key,
        String label,
        Kind kind,
        List<Option> options,
        String sql,
        @Nullable Lookup lookup) {

    /**
     * Where a word of a search is looked up before the list is asked, so that the list can be asked by equality.
     *
     * @param sql query of one text column, with {@code :word}
     * @param found condition on the list with {@code :found}, an array of what was looked up
     * @param most above this many the word is common, and the list is asked for the word itself
     */
    record Lookup(String sql, String found, int most) {}

    /** How a filter is filled. */
    public enum Kind {
        SEARCH,
        CHOICE,
        DATE,
        /** A text that must be the same. */
        TEXT,
        /** An amount, typed the Italian way. */
        AMOUNT
    }

    /** Words that must all be found. */
    public static Filter search(String label, String sql) {
        return new Filter("q", label, Kind.SEARCH, List.of(), sql, null);
    }

    /** One of a few values. */
    public static Filter choice(String key, String label, List<Option> options, String sql) {
        return new Filter(key, label, Kind.CHOICE, options, sql, null);
    }

    /** A day. */
    public static Filter date(String key, String label, String sql) {
        return new Filter(key, label, Kind.DATE, List.of(), sql, null);
    }

    /** Words that must all be found, with a name of its own in the address. */
    public static Filter words(String key, String label, String sql) {
        return new Filter(key, label, Kind.SEARCH, List.of(), sql, null);
    }

    /** A text that must be the same. */
    public static Filter text(String key, String label, String sql) {
        return new Filter(key, label, Kind.TEXT, List.of(), sql, null);
    }

    /** An amount in euro; {@code :value} is a number. */
    public static Filter amount(String key, String label, String sql) {
        return new Filter(key, label, Kind.AMOUNT, List.of(), sql, null);
    }

    /** The same search, each word looked up first: see {@link Lookup}. */
    public Filter lookedUpIn(String query, String found, int most) {
        return new Filter(key, label, kind, options, sql, new Lookup(query, found, most));
    }
}
