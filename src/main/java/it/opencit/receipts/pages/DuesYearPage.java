// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

import it.opencit.shared.forms.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work of a year, step by step.
 *
 * @param years to choose from
 * @param writable whether the reader may compute and approve
 * @param approved runs with an act
 * @param collection {@code null} while nothing was approved
 */
public record DuesYearPage(
        int year,
        List<Option> years,
        boolean writable,
        @Nullable Draft draft,
        List<ApprovedRun> approved,
        Requests requests,
        @Nullable Collection collection,
        String requestBy) {

    /**
     * The draft to look at.
     *
     * @param totals by kind of line
     * @param changes what the last computation changed, the largest first
     * @param moreChanges how many are not shown
     */
    public record Draft(
            String name,
            String digest,
            boolean adjustment,
            int lines,
            String amount,
            String net,
            String vat,
            String computed,
            List<Total> totals,
            List<Change> changes,
            int moreChanges,
            List<Gap> gaps) {}

    public record Total(String label, int lines, String amount) {}

    public record Change(String body, String payer, String title, String before, String after, String because) {}

    public record Gap(String body, String bodyAddress, String title, String reason) {}

    public record ApprovedRun(
            int number, String name, String act, String chapter, String amount, int lines, String when, int leftOut) {}

    /** How many requests were prepared, and left. */
    public record Requests(int prepared, int sent) {}

    public record Collection(String due, String assessed, String collected, String residual, String credit, int late) {}
}
