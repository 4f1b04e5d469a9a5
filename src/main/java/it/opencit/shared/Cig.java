// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code by which a public contract is traced (codice identificativo di gara, L. 136/2010, art. 3): it stands in every
 * payment. Only its form is checked; the authority that assigns it does not publish how.
 *
 * @param value ten digits or capital letters
 */
public record Cig(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{10}");

    /** @throws Refusal when it has another form, with what to look at */
    public Cig {
        value = value.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches() || value.equals("0000000000")) {
            throw new Refusal("codes.cig.form", value);
        }
    }

    @JsonCreator
    public static Cig of(String text) {
        return new Cig(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
