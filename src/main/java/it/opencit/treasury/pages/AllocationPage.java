// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

import it.opencit.treasury.Provvisorio;
import java.util.List;

/**
 * Where a provvisorio is allocated: what is proposed, and the accertamenti among which a person chooses.
 *
 * @param search words that the accertamenti shown were looked for with; "" for those of who paid
 * @param more whether there are others than those shown
 */
public record AllocationPage(
        Provvisorio provvisorio,
        String address,
        List<ProposalView> proposals,
        String search,
        List<Line> lines,
        boolean more) {

    /** An accertamento and the field for its amount. */
    public record Line(
            String field,
            String label,
            String address,
            String payer,
            String beneficiary,
            String object,
            String due,
            String residual) {}
}
