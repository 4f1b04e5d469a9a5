// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.ServiceLevel.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A notice to give of a ticket, when nothing changes before.
 *
 * @param step how much of the promised time is used up, in per cent; of a pause the second at which it began; 0 of a new one
 * @param at a moment of working time, or its end
 */
record Alarm(Kind kind, long step, Instant at) {

    /** What a notice is about. */
    enum Kind {
        NEW,
        TAKE_IN_CHARGE,
        SOLUTION,
        PAUSE
    }

    static final long HALF = 50;
    static final long SOON = 80;
    static final long OVER = 100;

    /**
     * Those to come of a ticket, and those whose moment has passed. While the clock stands no promise is used up.
     *
     * @param news whether it was opened just now, and has to be told to who hears of new ones
     */
    static List<Alarm> of(Ticket ticket, Ledger ledger, int longPauseDays, boolean news) {
        List<Alarm> alarms = new ArrayList<>();
        if (news && ticket.state() == TicketState.NEW) {
            alarms.add(new Alarm(Kind.NEW, 0, ticket.opened()));
        }
        if (ticket.state().clockRuns()) {
            if (ticket.taken() == null) {
                add(alarms, Kind.TAKE_IN_CHARGE, Target.TAKE_IN_CHARGE, ledger);
            }
            add(alarms, Kind.SOLUTION, Target.SOLUTION, ledger);
        } else if (ticket.state().isPause()) {
            Instant from = ledger.standingSince();
            alarms.add(new Alarm(
                    Kind.PAUSE,
                    from.getEpochSecond(),
                    ledger.last().calendar().hours().openingAfter(from, longPauseDays)));
        }
        return alarms;
    }

    private static void add(List<Alarm> alarms, Kind kind, Target target, Ledger ledger) {
        Duration promised = ledger.last().level().of(target);
        for (long step : new long[] {HALF, SOON, OVER}) {
            ledger.reached(promised.multipliedBy(step).dividedBy(100))
                    .ifPresent(at -> alarms.add(new Alarm(kind, step, at)));
        }
    }
}
