// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.pages.Italian;

/** The sums of a clock in words. */
final class ClockWords {

    private ClockWords() {}

    /** {@code 16 h promesse − 5 h trascorse = 11 h restanti; scade il 25/11/2026 10:00}. */
    static String sum(Promise promise) {
        String sum = WorkingTime.text(promise.promised()) + " promesse − " + WorkingTime.text(promise.elapsed())
                + " trascorse = " + WorkingTime.text(promise.remaining()) + " restanti";
        return sum + "; " + outcome(promise);
    }

    /** How it stands: {@code scade il…}, {@code rispettata il…}, {@code scaduta il…}, {@code tempo fermo}. */
    static String outcome(Promise promise) {
        if (promise.dropped()) {
            return "non serve più";
        }
        if (promise.reached() != null) {
            return (promise.remaining().isNegative() ? "fuori tempo, il " : "nei tempi, il ")
                    + Italian.moment(promise.reached());
        }
        if (promise.due() == null) {
            return "il tempo è fermo";
        }
        return (promise.remaining().isNegative() || promise.remaining().isZero() ? "scaduta il " : "scade il ")
                + Italian.moment(promise.due());
    }
}
