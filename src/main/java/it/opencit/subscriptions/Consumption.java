// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was consumed: each day is counted once, within the days of use. */
@Service
@Transactional
class Consumption {

    private final SubscriptionStore subscriptions;
    private final UsageStore usage;

    Consumption(SubscriptionStore subscriptions, UsageStore usage) {
        this.subscriptions = subscriptions;
        this.usage = usage;
    }

    /**
     * Keeps what was consumed; the same days and key again take the new value.
     *
     * @throws Refusal when the days overlap others already counted, or the service was not in use
     */
    void record(Consumed consumed) {
        Subscription subscription = subscriptions
                .lock(consumed.subscription())
                .orElseThrow(() -> new NotFound("Subscription " + consumed.subscription()));
        check(consumed, subscription.state(), usage.consumed(List.of(subscription.id())));
        usage.putConsumed(consumed, null);
    }

    @Transactional(readOnly = true)
    List<Consumed> of(SubscriptionId id) {
        return usage.consumed(List.of(id));
    }

    void remove(SubscriptionId id, String key, LocalDate from, LocalDate to) {
        usage.removeConsumed(id, key, from, to);
    }

    static void check(Consumed added, SubscriptionState state, List<Consumed> others) {
        if (added.value().signum() < 0) {
            throw Refusal.inField("value", "subscriptions.consumption.negative");
        }
        LocalDate from = added.days().from();
        LocalDate to = added.lastDay();
        if (from.getYear() != to.getYear()) {
            throw Refusal.inField("to", "subscriptions.consumption.two-years");
        }
        checkInUse(from, to, state.firstDay(), state.lastDay());
        for (Consumed other : others) {
            boolean same = other.days().equals(added.days());
            if (!same && other.key().equals(added.key()) && other.days().overlaps(added.days())) {
                throw Refusal.inField(
                        "from",
                        "subscriptions.consumption.overlaps",
                        Italian.date(other.days().from()),
                        Italian.date(other.days().to()),
                        Italian.number(other.value()));
            }
        }
    }

    /** The days may begin before the first one of use, as those of a whole year do, but some of them must be of use. */
    private static void checkInUse(
            LocalDate from, LocalDate to, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        if (firstDay == null) {
            throw new Refusal("subscriptions.consumption.never-used");
        }
        if (to.isBefore(firstDay) || (lastDay != null && from.isAfter(lastDay))) {
            throw Refusal.inField(
                    "from",
                    lastDay == null ? "subscriptions.consumption.not-used-yet" : "subscriptions.consumption.not-used",
                    Italian.date(firstDay),
                    Italian.date(lastDay));
        }
    }
}
