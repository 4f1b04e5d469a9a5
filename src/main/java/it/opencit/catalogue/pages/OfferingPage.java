// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service with everything about it.
 *
 * @param address of this page, where the addresses of its forms begin
 * @param offeredToday whether it can be asked for
 * @param prices in force today
 * @param otherPrices of other years
 * @param sheetDraft that the sheet has a version that the public does not read yet; "" when it has none
 * @param writable whether the person may change the service and its request form
 * @param sheetWritable whether the person may change the sheet
 */
public record OfferingPage(
        String address,
        String title,
        String summary,
        boolean offeredToday,
        List<Fact> facts,
        String included,
        List<Price> prices,
        List<Price> otherPrices,
        String sheetDraft,
        List<Block> sheet,
        List<Fact> sheetFacts,
        List<AttachmentLine> attachments,
        List<FieldLine> fields,
        String formVersion,
        String formAddress,
        List<Fact> formHistory,
        List<ContractLine> contracts,
        boolean writable,
        boolean sheetWritable) {

    /**
     * A label and its value.
     *
     * @param address where the value leads; {@code null} for plain text
     */
    public record Fact(String label, String value, @Nullable String address) {}

    /**
     * A price rule with its tariff.
     *
     * @param address of the tariff; {@code null} when there is none with that code
     * @param warning what the reader should know of it; "" when nothing
     * @param outline of the tariff, drawn
     */
    public record Price(
            String charge,
            String variant,
            String validity,
            String tariff,
            String code,
            @Nullable String address,
            String warning,
            @Nullable Content outline) {}

    /** A block of the sheet. */
    public record Block(String title, String text) {}

    /** A file of the sheet. */
    public record AttachmentLine(String title, String name, String size, String address, String removal) {}

    /** A declared field of the request form. */
    public record FieldLine(String label, String key, String type, boolean required, String options, String help) {}

    /** A contract that serves the service. */
    public record ContractLine(String address, String object, String supplier, String period, String state) {}
}
