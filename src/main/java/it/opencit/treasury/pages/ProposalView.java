// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

import java.util.List;

/**
 * What a provvisorio may have paid.
 *
 * @param key that a form sends back: accertamenti and cents
 * @param strong whether it may be accepted with others at once
 * @param reasons in words
 */
public record ProposalView(String key, String amount, boolean strong, List<Part> parts, List<String> reasons) {

    /** How much of which accertamento. */
    public record Part(String label, String address, String body, String object, String amount, String residual) {}
}
