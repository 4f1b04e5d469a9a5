// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A digital domicile: the certified (PEC) address where a body receives acts (CAD, art. 6-ter).
 *
 * @param value lower case
 */
public record DigitalDomicile(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9._%+'-]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

    /** @throws Refusal when it has another form, with what to look at */
    public DigitalDomicile {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new Refusal("codes.digital-domicile.form", value);
        }
    }

    @JsonCreator
    public static DigitalDomicile of(String text) {
        return new DigitalDomicile(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
