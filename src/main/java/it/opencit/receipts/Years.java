// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Refusal;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.stream.IntStream;

/** The years that dues can be asked for. */
final class Years {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private Years() {}

    /**
     * Reads a year of an address.
     *
     * @throws Refusal when it is not one
     */
    static int read(String text) {
        if (!text.matches("\\d{4}") || Integer.parseInt(text) < FIRST || Integer.parseInt(text) > LAST) {
            throw Refusal.inField("year", "receipts.year", text);
        }
        return Integer.parseInt(text);
    }

    /** From the latest to the first, as choices. */
    static List<Option> between(int first, int last) {
        return IntStream.iterate(last, year -> year >= first, year -> year - 1)
                .mapToObj(Integer::toString)
                .map(year -> new Option(year, year))
                .toList();
    }
}
