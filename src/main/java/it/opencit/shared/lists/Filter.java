// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * A way to narrow a list; its value stands in the address.
 *
 * @param key name in the address
 * @param options for a choice: the values allowed
 * @param sql condition with {@code :value} (for a search {@code :word}, asked of every word); for computed rows the key names the column
 */
public record Filter(String key, String label, Kind kind, List<Option> options, String sql) {

    /** How a filter is filled. */
    public enum Kind {
        SEARCH,
        CHOICE,
        DATE
    }

    /** Words that must all be found. */
    public static Filter search(String label, String sql) {
        return new Filter("q", label, Kind.SEARCH, List.of(), sql);
    }

    /** One of a few values. */
    public static Filter choice(String key, String label, List<Option> options, String sql) {
        return new Filter(key, label, Kind.CHOICE, options, sql);
    }

    /** A day. */
    public static Filter date(String key, String label, String sql) {
        return new Filter(key, label, Kind.DATE, List.of(), sql);
    }
}
