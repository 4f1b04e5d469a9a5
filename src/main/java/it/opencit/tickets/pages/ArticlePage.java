// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/**
 * An article as the office sees it.
 *
 * @param html safe to be shown as it is
 * @param ticket number of the ticket it comes from; "" for none
 * @param helpful how many it served, of those who said so
 */
public record ArticlePage(
        String address,
        String title,
        String html,
        String changed,
        String state,
        String audience,
        String category,
        String ticket,
        String ticketAddress,
        List<Version> versions,
        long helpful,
        long said,
        List<Said> texts) {

    /** A version. */
    public record Version(String number, String address, String when, String who, String what) {}

    /** What somebody wrote about it. */
    public record Said(String what, String text, String when, String who) {}
}
