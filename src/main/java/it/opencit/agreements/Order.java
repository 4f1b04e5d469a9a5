// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;

/** The acts of an accession follow one another in time. Each check gives back what it found in order. */
final class Order {

    private Order() {}

    /** A signature before the resolution is enforceable happens and is shown as such; before the resolution it is a slip. */
    static Signature checked(Delibera delibera, Signature signature) {
        if (signature.date().isBefore(delibera.date())) {
            throw Refusal.inField("date", "agreements.signature.before-delibera", Italian.date(delibera.date()));
        }
        return signature;
    }

    static Countersignature checked(Signature signature, Countersignature countersignature) {
        if (countersignature.date().isBefore(signature.date())) {
            throw Refusal.inField(
                    "date", "agreements.countersignature.before-signature", Italian.date(signature.date()));
        }
        if (countersignature.to().isBefore(countersignature.from())) {
            throw Refusal.inField(
                    "to", "agreements.countersignature.ends-before-start", Italian.date(countersignature.from()));
        }
        return countersignature;
    }

    static Withdrawal checked(Countersignature membership, Withdrawal withdrawal) {
        if (withdrawal.lastDay().isBefore(membership.from())
                || withdrawal.lastDay().isAfter(membership.to())) {
            throw Refusal.inField(
                    "lastDay",
                    "agreements.withdrawal.outside-membership",
                    Italian.date(membership.from()),
                    Italian.date(membership.to()));
        }
        return withdrawal;
    }
}
