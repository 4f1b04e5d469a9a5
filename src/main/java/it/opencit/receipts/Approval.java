// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The act that approves a run and assesses the income (art. 179 TUEL).
 *
 * @param actKind such as "Determina dirigenziale"
 * @param chapter of the budget, code and title: {@code 3100936 - SERVIZI INFORMATICI}
 * @param fiscalYear of the budget
 * @param firstAccertamento number of the first; the others follow. {@code null} when the accounting office will say
 * @param leaveOut whether what cannot be computed may stay out
 */
public record Approval(
        String actKind,
        String actNumber,
        LocalDate actDate,
        String chapter,
        int fiscalYear,
        @Nullable Long firstAccertamento,
        boolean leaveOut) {

    /** As acts are cited. */
    public String act() {
        return actKind + " n. " + actNumber + " del " + Italian.date(actDate);
    }
}
