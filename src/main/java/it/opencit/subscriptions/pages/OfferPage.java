// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of the catalogue as it looks to one body.
 *
 * @param address of its own page
 * @param included what the quota includes, "" when nothing is said
 * @param costs what it costs to this body, in sentences
 * @param allowances what is included and left, in sentences
 * @param refusal why it may not be asked; "" when it may
 * @param request address of the form; {@code null} when it may not be asked
 * @param own address of what the body has of it; {@code null} for nothing
 * @param ownStage "" for nothing
 * @param draft whether a request is begun
 */
public record OfferPage(
        String title,
        String summary,
        String offeringClass,
        String address,
        String included,
        List<String> costs,
        List<String> allowances,
        String refusal,
        @Nullable String request,
        @Nullable String own,
        String ownStage,
        boolean draft) {

    /**
     * Why one price is what it is.
     *
     * @param sentence the cost
     * @param rule title of the tariff, with its act
     */
    public record Reason(String sentence, String rule, List<SubscriptionPage.StepLine> steps) {}

    /** A number to compute the cost for. */
    public record Trial(String name, String label, String value) {}

    /** A service that the body has, or has asked for. */
    public record OwnRow(
            String service,
            String address,
            String stage,
            String tone,
            String requested,
            String from,
            String units,
            String waiting) {}
}
