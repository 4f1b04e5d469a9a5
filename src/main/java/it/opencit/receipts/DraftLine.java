// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import java.util.UUID;

/**
 * A line of a draft: what is owed today less what was approved already.
 *
 * @param before approved in the year for the same thing and payer
 * @param because for what was approved already: what changed since
 * @param print of all of it: read for the digest of the run, for what changed and for the store, computed once
 */
record DraftLine(Claim claim, Owed before, String because, UUID print) {

    DraftLine(Claim claim, Owed before, String because) {
        this(claim, before, because, claim.print(before, because));
    }

    Owed due() {
        return new Owed(claim.amount(), claim.vat()).minus(before);
    }

    Euro amount() {
        return due().amount();
    }

    LineKey key() {
        return claim.lineKey();
    }
}
