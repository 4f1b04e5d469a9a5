// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;

/**
 * The act that a record of the treasury rests on.
 *
 * @param kind as the lead body calls it: {@code Determina dirigenziale}
 */
public record Act(String kind, String number, LocalDate date) {

    private static final int LONGEST_KIND = 100;
    private static final int LONGEST_NUMBER = 40;

    public Act {
        kind = kind.strip();
        number = number.strip();
        if (kind.isEmpty() || kind.length() > LONGEST_KIND) {
            throw Refusal.inField("actKind", "treasury.act.kind", LONGEST_KIND);
        }
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw Refusal.inField("actNumber", "treasury.act.number", LONGEST_NUMBER);
        }
    }

    /** As pages write it: {@code Determina dirigenziale n. 857 del 05/08/2015}. */
    public String inItalian() {
        return kind + " n. " + number + " del " + Italian.date(date);
    }
}
