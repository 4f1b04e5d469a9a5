// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the home page: how many services are in use, and which requests wait for somebody. */
@Component
class SubscriptionsPanel implements HomePanel {

    private final SubscriptionStore subscriptions;
    private final RequestStore requests;

    SubscriptionsPanel(SubscriptionStore subscriptions, RequestStore requests) {
        this.subscriptions = subscriptions;
        this.requests = requests;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE)) {
            return Shown.NOTHING;
        }
        Map<SubscriptionStage, Long> counts = subscriptions.counts();
        List<Attention> attention = new ArrayList<>();
        waiting(attention, counts, SubscriptionStage.REQUESTED, Urgency.NOW, "subscriptions.attention.requested");
        waiting(
                attention,
                counts,
                SubscriptionStage.UNDER_REVIEW,
                Urgency.SOON,
                "subscriptions.attention.under-review");
        waiting(
                attention,
                counts,
                SubscriptionStage.IN_ACTIVATION,
                Urgency.SOON,
                "subscriptions.attention.in-activation");
        waiting(
                attention,
                counts,
                SubscriptionStage.IN_TERMINATION,
                Urgency.SOON,
                "subscriptions.attention.in-termination");
        long asked = requests.countOpenOnRunning();
        if (asked > 0) {
            attention.add(new Attention(
                    Urgency.SOON,
                    Messages.text("subscriptions.attention.asked", asked),
                    SubscriptionAddresses.STAFF + "?attesa=si"));
        }
        return new Shown(
                List.of(new Count(
                        "Servizi attivi",
                        counts.getOrDefault(SubscriptionStage.ACTIVE, 0L),
                        address(SubscriptionStage.ACTIVE))),
                attention);
    }

    private static void waiting(
            List<Attention> attention,
            Map<SubscriptionStage, Long> counts,
            SubscriptionStage stage,
            Urgency urgency,
            String key) {
        long number = counts.getOrDefault(stage, 0L);
        if (number > 0) {
            attention.add(new Attention(urgency, Messages.text(key, number), address(stage)));
        }
    }

    private static String address(SubscriptionStage stage) {
        return SubscriptionAddresses.STAFF + "?stato=" + stage.label().replace(" ", "+");
    }
}
