// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import org.jspecify.annotations.Nullable;

/** Years as people type them. */
final class FormYears {

    private FormYears() {}

    /** A year of four digits; {@code null} when it is missing or wrong, and then the field is at fault. */
    static @Nullable Integer read(FormInput form, String field) {
        String typed = form.textOrEmpty(field);
        if (!typed.matches("(19|20|21)\\d\\d")) {
            form.reject(field, Messages.text("subscriptions.form.year"));
            return null;
        }
        return Integer.valueOf(typed);
    }
}
