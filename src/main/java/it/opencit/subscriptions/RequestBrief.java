// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.util.List;

/**
 * A request and the subscription it is about, as they stand, in words.
 *
 * @param kind Italian, what is asked
 * @param service title of the offering, with the variant
 * @param stage of the subscription, Italian
 * @param tone of the badge of the stage, as Bootstrap names it
 * @param state of the request, Italian
 * @param coverage whether the quota covers what is asked, Italian
 * @param costs a sentence for each price; none where the quota covers it
 * @param allowances what the quota includes and what is left of it, a sentence for each thing that is counted
 * @param address of the page of the subscription
 * @param form address of the request printed, PDF
 * @param acts that can be recorded now, the usual one first; none for who may not
 */
public record RequestBrief(
        String kind,
        String service,
        String stage,
        String tone,
        String state,
        String coverage,
        List<String> costs,
        List<String> allowances,
        String address,
        String form,
        List<Act> acts) {

    /** An act, and where it is recorded. */
    public record Act(String label, String address) {}
}
