// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.time.LocalDate;

/**
 * A fee period: a calendar year, or the part of it in which the service was used.
 *
 * @param kind {@code ACTIVATION} for what is owed once, {@code YEARLY} for a year's fee; consumption has no term
 * @param from first day
 * @param to last day, of the same year
 */
public record FeeTerm(ChargeKind kind, LocalDate from, LocalDate to) {

    public FeeTerm {
        if (kind == ChargeKind.CONSUMPTION) {
            throw new IllegalArgumentException("What is consumed has no fee period");
        }
        if (to.isBefore(from)) {
            throw Refusal.inField("to", "subscriptions.term.ends-before-start");
        }
        if (from.getYear() != to.getYear()) {
            throw Refusal.inField("to", "subscriptions.term.two-years");
        }
    }

    /** From a day to the end of its year. */
    public static FeeTerm from(ChargeKind kind, LocalDate day) {
        return new FeeTerm(kind, day, LocalDate.of(day.getYear(), 12, 31));
    }

    /** A whole calendar year. */
    public static FeeTerm ofYear(ChargeKind kind, int year) {
        return new FeeTerm(kind, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public int year() {
        return from.getYear();
    }

    Period days() {
        return new Period(from, to);
    }
}
