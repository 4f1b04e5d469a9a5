// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The act by which a body's organ approves joining.
 *
 * @param approvedBy the organ
 * @param number within the year, as the body writes it
 * @param date of the sitting
 * @param published first day on the notice board; may lack only where the act is enforceable at once
 * @param immediate declared immediately enforceable by its organ
 */
record Delibera(
        ApprovingBody approvedBy,
        String number,
        LocalDate date,
        @Nullable LocalDate published,
        boolean immediate) {

    Delibera {
        if (published != null && published.isBefore(date)) {
            throw Refusal.inField("published", "agreements.delibera.published-before-date");
        }
        if (published == null && !immediate) {
            throw Refusal.inField("published", "agreements.delibera.publication-missing");
        }
    }

    /** The first day on which it can be carried out. */
    LocalDate enforceableFrom() {
        return immediate || published == null
                ? Enforceability.atOnce(date)
                : Enforceability.afterPublication(published);
    }
}
