// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;

/** Amounts that the treasury records: more than nothing, and such that a column holds them. */
final class Amounts {

    private static final Euro MOST = Euro.of("999999999999.99");

    private Amounts() {}

    static void check(String field, Euro amount) {
        if (amount.compareTo(Euro.ZERO) <= 0) {
            throw Refusal.inField(field, "treasury.amount.positive");
        }
        if (amount.compareTo(MOST) > 0) {
            throw Refusal.inField(field, "treasury.amount.too-large", MOST.inItalian());
        }
    }
}
