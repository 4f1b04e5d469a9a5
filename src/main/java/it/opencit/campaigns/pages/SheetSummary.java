// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns.pages;

import java.util.List;

/**
 * What a sheet says.
 *
 * @param total of the services in use, as a sentence
 * @param people as the sheet confirms them; none when nobody wrote of them
 * @param sent who sent it, when, how; "" until it is sent
 */
public record SheetSummary(
        String campaign,
        String body,
        String year,
        List<Entry> inUse,
        List<Entry> others,
        String total,
        List<Fact> figures,
        List<Fact> people,
        String notes,
        String sent) {

    /**
     * A service.
     *
     * @param has the quantities in use; "" for none
     * @param detail what goes with the answer: quantities, variant
     * @param outcome what became of it; "" until the campaign is closed
     */
    public record Entry(
            String title,
            String has,
            String answer,
            String detail,
            String note,
            String cost,
            String outcome,
            String why) {}

    /** A fact as it is read. */
    public record Fact(String label, String value) {}
}
