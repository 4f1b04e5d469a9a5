// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The subscription is not where the act needs it: the message says where it is and what can be done from there. */
final class SubscriptionActRefused extends Refusal {

    private final transient SubscriptionStage stage;
    private final transient List<SubscriptionActKind> allowed;

    SubscriptionActRefused(SubscriptionState state, SubscriptionActKind refused) {
        super(
                state.allowed().isEmpty() ? "subscriptions.act.refused-for-good" : "subscriptions.act.refused",
                refused.label(),
                state.stage().label().toLowerCase(Locale.ITALIAN),
                state.allowed().stream()
                        .map(act -> act.label().toLowerCase(Locale.ITALIAN))
                        .collect(Collectors.joining(", ")));
        this.stage = state.stage();
        this.allowed = state.allowed();
    }

    SubscriptionStage stage() {
        return stage;
    }

    /** What can be done instead. */
    List<SubscriptionActKind> allowed() {
        return allowed;
    }
}
