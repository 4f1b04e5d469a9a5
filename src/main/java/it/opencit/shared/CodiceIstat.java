// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The code that Istat gives to a Comune. It changes over time: bodies are known by their {@link CodiceCatastale}.
 *
 * @param value six digits, the first three those of the province
 */
public record CodiceIstat(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("\\d{6}");

    /** @throws Refusal when it has another form, with what to look at */
    public CodiceIstat {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("codes.codice-istat.form", value);
        }
    }

    @JsonCreator
    public static CodiceIstat of(String text) {
        return new CodiceIstat(text);
    }

    /** The three-digit code of the province (the unit that Istat calls historical). */
    public String province() {
        return value.substring(0, 3);
    }

    @Override
    public String toString() {
        return value;
    }
}
