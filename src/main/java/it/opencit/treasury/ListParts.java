// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Filter;
import java.util.List;

/** What the lists of the treasury share. */
final class ListParts {

    /** A word found in more texts than these is common: the list itself is asked for it. */
    private static final int COMMON = 200;

    private static final String WORDING =
            "select w.text from treasury.wording w where w.text like '%' || opencit.plain(:word) || '%'";

    private ListParts() {}

    /** A search in names and objects of accertamenti {@code a}, each looked up among the texts there are. */
    static Filter wording(String key, String label, String... columns) {
        return Filter.words(key, label, any(columns, " like '%' || opencit.plain(:word) || '%'"))
                .lookedUpIn(WORDING, any(columns, " = any(:found)"), COMMON);
    }

    static Filter year(List<Integer> years) {
        return Filter.choice(
                "anno",
                "Esercizio",
                years.stream()
                        .map(year -> new Option(year.toString(), year.toString()))
                        .toList(),
                "a.fiscal_year = cast(:value as integer)");
    }

    private static String any(String[] columns, String condition) {
        return String.join(
                " or ",
                java.util.Arrays.stream(columns)
                        .map(column -> column + condition)
                        .toList());
    }

    /** An amount as a page writes it, for texts made by the database. */
    static String italian(String amount) {
        return "'€ ' || translate(to_char(" + amount + ", 'FM999,999,999,990.00'), ',.', '.,')";
    }
}
