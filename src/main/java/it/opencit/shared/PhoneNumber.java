// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import java.util.regex.Pattern;

/** Whether a text is a telephone number as people write it. */
public final class PhoneNumber {

    private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9 ./-]{4,28}[0-9]");

    /** Numbers for emergencies and of public services: 112, 1500, 116117 (Italian numbering plan, AGCOM del. 8/15/CIR). */
    private static final Pattern SHORT = Pattern.compile("1[0-9]{2,5}");

    private PhoneNumber() {}

    /** Whether a text is the number of a subscriber, with or without the code of the country: six characters or more. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether a text is one of the short numbers that are dialled without a prefix. */
    public static boolean isShort(String text) {
        return SHORT.matcher(text).matches();
    }
}
