// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns.pages;

import java.util.List;

/**
 * What closing a campaign would do, or the lines that wait for a decision.
 *
 * @param early what to know where the deadline has not passed; "" afterwards
 * @param digest of this plan
 */
public record ClosingPage(
        String address,
        String title,
        String year,
        String early,
        long answered,
        long unanswered,
        List<Count> counts,
        List<Group> groups,
        String digest) {

    /** How many lines have an outcome, and what it means. */
    public record Count(String outcome, long number, String meaning) {}

    /** The lines of an outcome. */
    public record Group(String outcome, List<Entry> lines) {}

    /** A line. */
    public record Entry(long id, String body, String bodyAddress, String service, String why) {}
}
