// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.time.LocalDate;

/**
 * How long a late payer is waited for.
 *
 * @param first days from the due date to the first reminder
 * @param second days from the first to the second
 * @param formal days from the second to the formal notice
 */
public record ReminderIntervals(int first, int second, int formal) {

    /** The first day on which a step may be taken, counted from the due date or from the step before it. */
    LocalDate from(ReminderStep step, LocalDate before) {
        return before.plusDays(
                switch (step) {
                    case FIRST -> first;
                    case SECOND -> second;
                    case FORMAL -> formal;
                });
    }
}
