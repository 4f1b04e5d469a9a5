// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Duration;

/** Working time as people read it: {@code 12 h 30 min}; hours are not turned into days, which differ by office. */
final class WorkingTime {

    private WorkingTime() {}

    static String text(Duration time) {
        if (time.isNegative()) {
            return "−" + text(time.negated());
        }
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        int seconds = time.toSecondsPart();
        String text = (hours > 0 ? hours + " h " : "")
                + (minutes > 0 ? minutes + " min " : "")
                + (seconds > 0 && hours == 0 ? seconds + " s" : "");
        return text.isBlank() ? "0 min" : text.strip();
    }
}
