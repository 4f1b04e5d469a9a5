// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import java.util.UUID;

/**
 * A line of a draft: what is owed today less what was approved already.
 *
 * @param before approved in the year for the same thing and payer
 * @param because for what was approved already: what changed since
 */
record DraftLine(Claim claim, Owed before, String because) {

    Owed due() {
        return new Owed(claim.amount(), claim.vat()).minus(before);
    }

    Euro amount() {
        return due().amount();
    }

    LineKey key() {
        return claim.lineKey();
    }

    UUID print() {
        return claim.print(before, because);
    }
}
