// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The tax code: 16 characters for a person, also with the letters that tell apart people of equal code (omocodia), or
 * 11 digits for a body. The check character is right. Source: D.M. 12/03/1974 and 23/12/1976.
 *
 * @param value upper case, without spaces
 */
public record CodiceFiscale(@JsonValue String value) {

    private static final Pattern OF_A_PERSON =
            Pattern.compile("[A-Z]{6}[0-9LMNP-V]{2}[ABCDEHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** @throws Refusal when it is not a tax code, with what to look at */
    public CodiceFiscale {
        value = value.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        if (DIGITS.matcher(value).matches()) {
            checkDigits(value);
        } else {
            checkPerson(value);
        }
    }

    @JsonCreator
    public static CodiceFiscale of(String text) {
        return new CodiceFiscale(text);
    }

    /** Whether it is that of a natural person. */
    public boolean ofPerson() {
        return value.length() == 16;
    }

    @Override
    public String toString() {
        return value;
    }

    private static void checkDigits(String value) {
        if (value.length() == 10 && CheckDigit.ofTenDigits("0" + value) == value.charAt(9)) {
            throw new Refusal("codes.codice-fiscale.leading-zero", value);
        }
        if (value.length() != 11) {
            throw new Refusal("codes.codice-fiscale.length", value, String.valueOf(value.length()));
        }
        if (CheckDigit.ofTenDigits(value) != value.charAt(10)) {
            throw new Refusal("codes.codice-fiscale.check-digit", value, CheckDigit.ofTenDigits(value));
        }
    }

    private static void checkPerson(String value) {
        if (!OF_A_PERSON.matcher(value).matches()) {
            throw new Refusal("codes.codice-fiscale.form", value);
        }
        if (CheckDigit.ofFifteenCharacters(value) != value.charAt(15)) {
            throw new Refusal("codes.codice-fiscale.check-letter", value);
        }
    }
}
