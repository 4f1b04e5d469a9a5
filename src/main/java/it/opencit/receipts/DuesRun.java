// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dues of a year, computed at once: first all that is owed, later only what changed since.
 *
 * @param number within the year: 1 is all that is owed, the others adjust it
 * @param digest of every line: who approves says which draft was read
 * @param lines how many
 * @param gaps how many things cannot be computed
 * @param amount net and VAT together; of an adjustment, the difference
 * @param computations how many times its content came out different
 * @param approval {@code null} for a draft
 */
public record DuesRun(
        DuesRunId id,
        int year,
        int number,
        String digest,
        int lines,
        int gaps,
        Euro net,
        Euro vat,
        Euro amount,
        Instant computedAt,
        String computedBy,
        int computations,
        @Nullable Approval approval,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy) {

    public boolean isDraft() {
        return approval == null;
    }

    /** Whether it adjusts what was approved before. */
    public boolean isAdjustment() {
        return number > 1;
    }

    /** As pages call it: {@code 2019}, {@code 2019, rettifica 2}. */
    public String name() {
        return isAdjustment() ? year + ", rettifica " + (number - 1) : Integer.toString(year);
    }
}
