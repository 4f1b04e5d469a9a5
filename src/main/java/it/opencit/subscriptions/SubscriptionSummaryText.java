// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;

/** The sentence that stays in the history for each act. */
final class SubscriptionSummaryText {

    private SubscriptionSummaryText() {}

    /** @param supplier name of the one in charge; "" when there is none */
    static String of(SubscriptionAct act, String supplier) {
        return switch (act) {
            case SubscriptionAct.Review _ -> Messages.text("subscriptions.summary.review");
            case SubscriptionAct.Assign assign ->
                supplier.isEmpty()
                        ? Messages.text(
                                "subscriptions.summary.assign",
                                assign.assignment().person())
                        : Messages.text(
                                "subscriptions.summary.assign-supplier",
                                assign.assignment().person(),
                                supplier);
            case SubscriptionAct.Activate(var from) ->
                Messages.text("subscriptions.summary.activate", Italian.date(from));
            case SubscriptionAct.RequestTermination asked ->
                Messages.text("subscriptions.summary.request-termination", Italian.date(asked.lastDay()));
            case SubscriptionAct.Terminate over ->
                Messages.text("subscriptions.summary.terminate", Italian.date(over.lastDay()));
            case SubscriptionAct.Resume _ -> Messages.text("subscriptions.summary.resume");
            case SubscriptionAct.Refuse _ -> Messages.text("subscriptions.summary.refuse");
            case SubscriptionAct.Withdraw _ -> Messages.text("subscriptions.summary.withdraw");
            case SubscriptionAct.Reopen _ -> Messages.text("subscriptions.summary.reopen");
        };
    }
}
