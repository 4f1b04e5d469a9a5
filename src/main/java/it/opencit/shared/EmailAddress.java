// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import java.util.regex.Pattern;

/**
 * Whether a text can be written to: stricter than RFC 5321, which allows comments and quoted names that nobody has and that
 * would let a text pass as more than one address. A {@link DigitalDomicile} is stricter still.
 */
public final class EmailAddress {

    private static final Pattern FORM =
            Pattern.compile("[^@\\s<>\"(),;:]{1,64}@[^@\\s<>\"(),;:]{1,190}\\.[A-Za-z]{2,}");

    private EmailAddress() {}

    /** Whether a text is one address and nothing else, without a name and without spaces around it. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
