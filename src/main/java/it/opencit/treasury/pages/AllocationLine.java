// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

/**
 * An allocation as the history of either side shows it.
 *
 * @param other the provvisorio or the accertamento on the other side
 * @param order that regularises it; "" while there is none
 * @param undone who took it back, when and why; "" while it stands
 * @param undoAddress where it is taken back; "" when it cannot be
 */
public record AllocationLine(
        String other,
        String otherAddress,
        String body,
        String amount,
        String collectedOn,
        String order,
        String orderAddress,
        String recorded,
        String undone,
        String undoAddress) {}
