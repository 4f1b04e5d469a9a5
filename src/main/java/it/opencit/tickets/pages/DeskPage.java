// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/**
 * The board of the help desk.
 *
 * @param counters how many tickets in each state, each leading to its list
 * @param contracts how many end lately or soon, or want notice
 * @param views saved views, with how many tickets each finds
 * @param late how many are past what was promised
 */
public record DeskPage(
        List<Counter> counters,
        List<Counter> contracts,
        long late,
        String lateAddress,
        List<ListedTicket> due,
        String dueAddress,
        String mineAddress,
        List<ShownView> views) {

    /** A number and its list. */
    public record Counter(String label, long number, String address) {}
}
