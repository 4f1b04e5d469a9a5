// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.WatchStore.Watched;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps up with tickets that changed: the notices still to give and the working time used, both from the ledger. The
 * database notes which changed, whoever changed them; here they are computed again, some hundred at a time.
 */
@Service
class Watch {

    private static final int AT_ONCE = 500;

    private final WatchStore store;
    private final Rulebooks rulebooks;
    private final Clock clock;

    Watch(WatchStore store, Rulebooks rulebooks, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.rulebooks = rulebooks;
    }

    /**
     * Computes again some of the tickets that changed, in a transaction of its own: what it holds others wait for.
     *
     * @return whether there may be more
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean catchUp() {
        Rulebook rules = rulebooks.current();
        Map<Long, Boolean> taken = store.take(AT_ONCE);
        if (taken.isEmpty()) {
            return false;
        }
        List<Long> numbers = List.copyOf(taken.keySet());
        int longPause = store.longPauseDays();
        List<Watched> watched = store.read(numbers, rules);
        Map<Long, List<Alarm>> alarms = new LinkedHashMap<>();
        watched.forEach(one -> {
            long number = one.ticket().number().value();
            alarms.put(number, Alarm.of(one.ticket(), one.ledger(), longPause, taken.getOrDefault(number, false)));
        });
        store.replaceAlarms(numbers, alarms);
        store.measure(watched, clock.instant());
        return numbers.size() == AT_ONCE;
    }
}
