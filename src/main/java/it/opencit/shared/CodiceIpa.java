// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a body in the national index of digital domiciles (IPA, CAD art. 6-ter), equal whatever its case.
 *
 * @param value as the index writes it, such as {@code c_c806}
 */
public record CodiceIpa(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]{1,16}");

    /** @throws Refusal when it has another form, with what to look at */
    public CodiceIpa {
        value = value.strip();
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("codes.codice-ipa.form", value);
        }
    }

    @JsonCreator
    public static CodiceIpa of(String text) {
        return new CodiceIpa(text);
    }

    /** The same code in lower case: what to compare and search by. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodiceIpa that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
