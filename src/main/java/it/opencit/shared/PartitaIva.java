// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Italian VAT number: 11 digits, the last one of control (d.P.R. 633/1972, art. 35).
 *
 * @param value without the prefix {@code IT} and without spaces
 */
public record PartitaIva(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("\\d{11}");

    /** @throws Refusal when it is not a VAT number, with what to look at */
    public PartitaIva {
        value = value.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        value = value.startsWith("IT") ? value.substring(2) : value;
        if (!FORM.matcher(value).matches() || value.startsWith("0000000")) {
            throw new Refusal("codes.partita-iva.form", value);
        }
        if (CheckDigit.ofTenDigits(value) != value.charAt(10)) {
            throw new Refusal("codes.partita-iva.check-digit", value, CheckDigit.ofTenDigits(value));
        }
    }

    @JsonCreator
    public static PartitaIva of(String text) {
        return new PartitaIva(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
