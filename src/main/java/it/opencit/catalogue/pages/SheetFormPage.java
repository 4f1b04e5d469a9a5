// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/**
 * The form of a sheet.
 *
 * @param english what may be translated
 */
public record SheetFormPage(
        FormInput form,
        String offering,
        String title,
        Map<String, String> theirs,
        List<Option> levels,
        List<English> english) {

    /** A field of the translation; {@code line} for one that is written in one line. */
    public record English(String name, String label, boolean line) {}

    /** Whether something of the translation is there, or wrong. */
    public boolean isTranslated() {
        return english.stream()
                .anyMatch(one -> !form.typed(one.name()).isBlank()
                        || !form.error(one.name()).isEmpty());
    }
}
