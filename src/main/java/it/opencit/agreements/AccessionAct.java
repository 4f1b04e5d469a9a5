// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

/** What can happen to an accession, with what must be known of it. */
sealed interface AccessionAct {

    record Approve(Delibera delibera) implements AccessionAct {}

    record Sign(Signature signature) implements AccessionAct {}

    record Countersign(Countersignature countersignature) implements AccessionAct {}

    record Withdraw(Withdrawal withdrawal) implements AccessionAct {}

    /** Opens the next accession; this one runs to its end. */
    record Renew() implements AccessionAct {}

    /** Takes back the last act, entered by mistake. */
    record Annul(String reason) implements AccessionAct {}

    default AccessionActKind kind() {
        return switch (this) {
            case Approve _ -> AccessionActKind.APPROVAL;
            case Sign _ -> AccessionActKind.SIGNATURE;
            case Countersign _ -> AccessionActKind.COUNTERSIGNATURE;
            case Withdraw _ -> AccessionActKind.WITHDRAWAL;
            case Renew _ -> AccessionActKind.RENEWAL;
            case Annul _ -> AccessionActKind.ANNULMENT;
        };
    }
}
