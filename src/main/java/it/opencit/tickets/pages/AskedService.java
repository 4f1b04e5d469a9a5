// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/**
 * The service that is asked with a ticket, or that it concerns.
 *
 * @param address of its page
 * @param tone of the badge of its stage, as Bootstrap names it
 * @param later address where the rest is read, when it is not here; "" when it is
 * @param form address of the request as PDF; "" where none is asked
 * @param acts that can be recorded now, the usual one first
 */
public record AskedService(
        String service,
        String address,
        String stage,
        String tone,
        List<Fact> facts,
        String later,
        String form,
        List<Act> acts) {

    /** Something known of it. */
    public record Fact(String label, String value) {}

    /** An act, and where it is recorded. */
    public record Act(String label, String address) {}
}
