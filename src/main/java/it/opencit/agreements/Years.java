// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import org.jspecify.annotations.Nullable;

/** Years as people type them. */
final class Years {

    private Years() {}

    /** A year of four digits; {@code null} when the field is empty or wrong, and then it is at fault. */
    static @Nullable Integer read(FormInput form, String field) {
        String typed = form.text(field);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("(19|20|21)\\d\\d")) {
            form.reject(field, Messages.text("agreements.year"));
            return null;
        }
        return Integer.valueOf(typed);
    }
}
