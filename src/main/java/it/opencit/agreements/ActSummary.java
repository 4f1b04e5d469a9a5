// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;

/** The sentence that stays in the history of an accession for each act. */
final class ActSummary {

    private ActSummary() {}

    static String of(AccessionAct act) {
        return switch (act) {
            case AccessionAct.Approve(var delibera) ->
                Messages.text(
                        "agreements.summary.approval",
                        delibera.approvedBy().label(),
                        delibera.number(),
                        Italian.date(delibera.date()),
                        Italian.date(delibera.enforceableFrom()));
            case AccessionAct.Sign(var signature) ->
                Messages.text(
                        "agreements.summary.signature",
                        signature.signatory(),
                        signature.office(),
                        Italian.date(signature.date()));
            case AccessionAct.Countersign(var made) ->
                Messages.text(
                        "agreements.summary.countersignature",
                        Italian.date(made.date()),
                        made.protocol().digits(),
                        Italian.date(made.protocolDate()),
                        Italian.date(made.from()),
                        Italian.date(made.to()));
            case AccessionAct.Withdraw(var withdrawal) ->
                Messages.text(
                        withdrawal.act() == null
                                ? "agreements.summary.withdrawal"
                                : "agreements.summary.withdrawal-act",
                        Italian.date(withdrawal.lastDay()),
                        withdrawal.reason(),
                        String.valueOf(withdrawal.act()));
            case AccessionAct.Renew _ -> Messages.text("agreements.summary.renewal");
            case AccessionAct.Annul(var reason) -> Messages.text("agreements.summary.annulment", reason);
        };
    }
}
