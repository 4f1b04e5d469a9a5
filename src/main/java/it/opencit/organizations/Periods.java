// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** First and last day as typed in the fields {@code from} and {@code to}. */
final class Periods {

    private Periods() {}

    /** The period; {@code null} when the form now says what is wrong. */
    static @Nullable Period read(FormInput form) {
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        if (from == null) {
            form.reject("from", Messages.text("organizations.period.from"));
            return null;
        }
        if (to != null && to.isBefore(from)) {
            form.reject("to", Messages.text("organizations.period.to"));
            return null;
        }
        return new Period(from, to);
    }
}
