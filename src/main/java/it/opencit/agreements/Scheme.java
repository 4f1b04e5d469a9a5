// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a centre offers bodies to sign: a convention, or another instrument, for a period.
 *
 * @param title as the act calls it
 * @param period within which bodies are members; without an end each accession lasts {@code years}
 * @param years how long each accession lasts from its first day; {@code null} when all end together
 * @param articles the text, one paragraph each
 * @param tariffCode of the yearly quota, such as {@code brescia-2015-2020/quota}; {@code null} when there is none
 * @param leadAct by which the lead body approved it
 */
public record Scheme(
        String title,
        AgreementKind kind,
        Period period,
        @Nullable Integer years,
        RenewalMode renewal,
        String articles,
        @Nullable String tariffCode,
        String leadAct,
        String notes) {

    public Scheme {
        if (period.to() == null && years == null) {
            throw Refusal.inField("endsOn", "agreements.scheme.end-missing");
        }
    }

    /** The last day of an accession that begins on a day, unless the parties agree otherwise. */
    public LocalDate lastDayFrom(LocalDate first) {
        LocalDate end = period.to();
        LocalDate own = years == null ? null : first.plusYears(years).minusDays(1);
        if (own == null || (end != null && end.isBefore(own))) {
            if (end == null) {
                throw new IllegalStateException("A scheme without an end: " + title);
            }
            return end;
        }
        return own;
    }

    /**
     * Checks that a membership lies within the period.
     *
     * @throws Refusal naming the day at fault
     */
    void checkWithin(Countersignature membership) {
        if (membership.from().isBefore(period.from())) {
            throw Refusal.inField("from", "agreements.membership.before-scheme", Italian.date(period.from()));
        }
        LocalDate end = period.to();
        if (end != null && membership.to().isAfter(end)) {
            throw Refusal.inField("to", "agreements.membership.after-scheme", Italian.date(end));
        }
    }
}
