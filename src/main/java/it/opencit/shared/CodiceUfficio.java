// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The office that receives electronic invoices at a public body (codice univoco ufficio, D.M. 55/2013).
 *
 * @param value six letters or digits
 */
public record CodiceUfficio(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{6}");

    /** @throws Refusal when it has another form, with what to look at */
    public CodiceUfficio {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("codes.codice-ufficio.form", value);
        }
    }

    @JsonCreator
    public static CodiceUfficio of(String text) {
        return new CodiceUfficio(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
