// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Downloads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of tickets.
 *
 * @param path address without filters
 * @param total how many there are, in words
 * @param first address of the first page, on the following ones; {@code null} on it
 * @param next address of the following page; {@code null} on the last one
 * @param views saved views above the list; none on the pages that follow the first
 * @param asked all that the address asks, to do something with what it finds; none where nothing is done with many
 * @param more filters that are folded away while none of them is used
 * @param about of what the list is, or why it shows nothing; "" when there is nothing to say
 */
public record TicketsPage(
        String path,
        List<ListedTicket> tickets,
        String total,
        @Nullable String first,
        @Nullable String next,
        Downloads downloads,
        List<Choice> choices,
        List<Choice> more,
        String words,
        String about,
        boolean filtered,
        List<Option> asked,
        List<ShownView> views) {

    /**
     * A filter with the values it may have.
     *
     * @param typed whether any words may be typed, and the options only suggest some
     */
    public record Choice(String name, String label, List<Option> options, String value, boolean typed) {}

    /** Whether one of those folded away is used. */
    public boolean unfolded() {
        return more.stream().anyMatch(one -> !one.value().isEmpty());
    }
}
