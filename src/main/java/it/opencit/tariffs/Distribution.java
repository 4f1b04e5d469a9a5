// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many bodies pay how much, with each tariff: classes of equal width, round, the last one open.
 *
 * @param classes from low to high
 */
record Distribution(List<AmountClass> classes) {

    private static final int CLOSED = 7;

    /** Amounts above this share of all fall in the open class, so that one large town does not flatten the others. */
    private static final double MOST = 0.9;

    /**
     * A class of amounts.
     *
     * @param above excluded; the first class takes zero as well
     * @param upTo included; the last class, which is open, repeats {@code above} here
     */
    record AmountClass(Euro above, Euro upTo, long now, long then) {

        boolean open() {
            return above.equals(upTo);
        }
    }

    static Distribution of(List<Euro> now, List<Euro> then) {
        List<Euro> all = Stream.concat(now.stream(), then.stream()).sorted().toList();
        if (all.isEmpty()) {
            return new Distribution(List.of());
        }
        long step = roundStep(all.get((int) Math.min(all.size() - 1, Math.round(all.size() * MOST)))
                .cents());
        Euro largest = Collections.max(all);
        List<AmountClass> classes = new ArrayList<>();
        long from = 0;
        while (classes.size() < CLOSED && (classes.isEmpty() || from < largest.cents())) {
            long to = from + step;
            long low = from == 0 ? Long.MIN_VALUE : from;
            classes.add(new AmountClass(new Euro(from), new Euro(to), count(now, low, to), count(then, low, to)));
            from = to;
        }
        if (from < largest.cents()) {
            Euro last = new Euro(from);
            classes.add(
                    new AmountClass(last, last, count(now, from, Long.MAX_VALUE), count(then, from, Long.MAX_VALUE)));
        }
        return new Distribution(List.copyOf(classes));
    }

    private static long count(List<Euro> amounts, long above, long upTo) {
        return amounts.stream()
                .filter(amount -> amount.cents() > above && amount.cents() <= upTo)
                .count();
    }

    /** The smallest of 1, 2, 5, 10, 20, 50… euro that covers an amount with the closed classes; in cents. */
    private static long roundStep(long cents) {
        for (long unit = 100; ; unit *= 10) {
            for (long times : new long[] {1, 2, 5}) {
                if (unit * times * CLOSED >= cents) {
                    return unit * times;
                }
            }
        }
    }
}
