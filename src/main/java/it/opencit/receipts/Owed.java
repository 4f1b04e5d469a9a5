// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;

/** An amount with the VAT that is in it. */
record Owed(Euro amount, Euro vat) {

    static final Owed NOTHING = new Owed(Euro.ZERO, Euro.ZERO);

    Owed minus(Owed other) {
        return new Owed(amount.minus(other.amount), vat.minus(other.vat));
    }

    Euro net() {
        return amount.minus(vat);
    }

    boolean isZero() {
        return amount.isZero() && vat.isZero();
    }
}
