// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription with everything about it, as the staff or the body's people see it.
 *
 * @param address of this page, where the addresses of its acts begin
 * @param service title of the offering, with the variant
 * @param organizationAddress {@code null} for a body's people, who see no other page of it
 * @param tone of the badge, as Bootstrap names it
 * @param writable whether the person may record something
 * @param counted whether something of the service is counted: then quantities and consumption have pages
 * @param acts that can be recorded now, the usual one first
 */
public record SubscriptionPage(
        String address,
        String service,
        String organization,
        @Nullable String organizationAddress,
        String stage,
        String tone,
        boolean writable,
        boolean counted,
        List<Act> acts,
        List<Section> sections,
        List<FeeRow> fees,
        List<UnitRow> quantities,
        List<UnitRow> consumed,
        List<PayerRow> payers,
        List<RequestRow> requests,
        List<FileLine> files,
        List<HistoryLine> history,
        String notes) {

    /** An act that can be recorded. */
    public record Act(String label, String address) {}

    /** A group of facts under a heading. */
    public record Section(String title, List<Fact> facts) {}

    /** A fact as it is read. */
    public record Fact(String label, String value) {}

    /**
     * A fee period.
     *
     * @param fee Una tantum, Canone annuo, Consumo
     * @param amount in euro, or why there is none
     * @param residents that counted, "" when none did
     * @param steps of the explanation; empty when nothing is owed
     * @param payers who pays how much, when it is not the body alone
     */
    public record FeeRow(
            String year,
            String fee,
            String from,
            String to,
            String amount,
            String vat,
            String residents,
            List<StepLine> steps,
            List<String> payers) {}

    /** A step of an explanation. */
    public record StepLine(String text, String amount, int depth, String marks) {}

    /** So many units in some days; {@code removal} is {@code null} where it is only shown. */
    public record UnitRow(
            String what,
            String value,
            String from,
            String to,
            String note,
            @Nullable String removal,
            String removalFields) {}

    /** A body that pays a part. */
    public record PayerRow(String organization, String share, String years) {}

    /**
     * A request.
     *
     * @param ticket number and state of the ticket that follows it, "" for none
     * @param ticketAddress of its page; "" when the reader has none
     * @param withdrawal address to take it back; {@code null} where it cannot be
     * @param answer address to say yes or no; {@code null} where its state is changed by an act
     * @param register address to write its protocol number; {@code null} when it has one
     * @param upload address to add the signed form; {@code null} when it is closed
     */
    public record RequestRow(
            String kind,
            String state,
            String date,
            String ticket,
            String ticketAddress,
            String protocol,
            List<Fact> facts,
            List<FileLine> files,
            String form,
            @Nullable String withdrawal,
            @Nullable String answer,
            @Nullable String register,
            @Nullable String upload) {}

    /** A file that can be saved. */
    public record FileLine(String name, String role, String address, String size, String uploaded) {}

    /** Something that was recorded. */
    public record HistoryLine(String on, String what, String summary, String reason, String who, String when) {}
}
