// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number an administration's register (protocollo) gave to a document: digits kept as they are written, leading
 * zeros included, because {@code 00002619} and {@code 2619} are two ways of writing it and only the first is the rule's.
 *
 * @param digits from 1 to 20
 */
public record ProtocolNumber(@JsonValue String digits) {

    /** A number has at least seven digits and starts again every year (d.P.R. 445/2000, art. 57). */
    private static final int LEGAL_DIGITS = 7;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

    public ProtocolNumber {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not a protocol number: " + digits);
        }
    }

    /**
     * Reads what a person or a program wrote; spaces around it do not count.
     *
     * @throws Refusal when there is anything but digits
     */
    @JsonCreator
    public static ProtocolNumber of(String written) {
        String digits = written.strip();
        if (!DIGITS.matcher(digits).matches()) {
            throw new Refusal("shared.protocol-number.not-digits", written);
        }
        return new ProtocolNumber(digits);
    }

    /** Whether it is as long as the rule asks; a shorter one is kept but shown to whoever typed it. */
    public boolean isRegular() {
        return digits.length() >= LEGAL_DIGITS;
    }

    @Override
    public String toString() {
        return digits;
    }
}
