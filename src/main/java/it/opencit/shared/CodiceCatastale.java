// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The cadastral (Belfiore) code of a Comune: it survives renumbering and changes of province.
 *
 * @param value a letter and three digits, such as {@code C806}
 */
public record CodiceCatastale(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]\\d{3}");

    /** @throws Refusal when it has another form, with what to look at */
    public CodiceCatastale {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("codes.codice-catastale.form", value);
        }
    }

    @JsonCreator
    public static CodiceCatastale of(String text) {
        return new CodiceCatastale(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
