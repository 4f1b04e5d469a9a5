// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accession with everything about it.
 *
 * @param address of this page, where the addresses of its acts begin
 * @param tone of the badge, as Bootstrap names it
 * @param writable whether the person may record acts
 * @param warnings what is true but unusual
 * @param acts that can be recorded now, the usual one first
 * @param payers who pays part of this body's quota
 * @param paysFor whose quotas this body pays part of
 * @param coversMembers whether this body may join for its members
 */
public record AccessionPage(
        String address,
        String organization,
        String organizationAddress,
        String scheme,
        String schemeAddress,
        String stage,
        String tone,
        boolean draft,
        boolean writable,
        List<String> warnings,
        List<Section> sections,
        List<Act> acts,
        List<FileLine> files,
        List<PayerLine> payers,
        List<PayerLine> paysFor,
        boolean coversMembers,
        List<HistoryLine> history,
        List<AmountLine> amounts,
        String notes) {

    /** A group of facts under a heading. */
    public record Section(String title, List<Fact> facts) {}

    /** A fact as it is read. */
    public record Fact(String label, String value) {}

    /** An act that can be recorded. */
    public record Act(String label, String address) {}

    /** A file that can be saved. */
    public record FileLine(String name, String role, String address, String size, String uploaded) {}

    /** A payer rule, from either side; {@code removal} is {@code null} where it is only shown. */
    public record PayerLine(
            String organization,
            String address,
            String share,
            String years,
            String act,
            @Nullable String removal) {}

    /** An act that was recorded. */
    public record HistoryLine(String when, String who, String act, String summary, List<FileLine> files) {}

    /** What was owed in a year. */
    public record AmountLine(
            String beneficiary,
            String payer,
            String year,
            String amount,
            String note,
            @Nullable String address) {}
}
