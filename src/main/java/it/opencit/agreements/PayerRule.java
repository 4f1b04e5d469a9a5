// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A body pays part of another's quota, year after year.
 *
 * @param payer who pays
 * @param share of the quota, above 0 and up to 100 per cent
 * @param fromYear the first quota it holds for
 * @param toYear the last one; {@code null} when it is not known
 * @param act that decides it, "" where there is none
 */
public record PayerRule(
        OrganizationId payer,
        Percentage share,
        int fromYear,
        @Nullable Integer toYear,
        String act) {

    public PayerRule {
        if (!share.isShare() || share.value().signum() == 0) {
            throw Refusal.inField("share", "agreements.payer.share");
        }
        if (toYear != null && toYear < fromYear) {
            throw Refusal.inField("toYear", "agreements.payer.years", Integer.toString(fromYear));
        }
    }

    /** Whether it divides the quota of a year. */
    boolean holdsIn(int year) {
        return year >= fromYear && (toYear == null || year <= toYear);
    }

    /** Whether both hold for some year. */
    boolean overlaps(PayerRule other) {
        return (toYear == null || toYear >= other.fromYear) && (other.toYear == null || other.toYear >= fromYear);
    }
}
