// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Refusal;
import java.util.regex.Pattern;

/** How the number of an accertamento is written: digits, and those of the sub-accertamento after a slash or a point. */
final class AccertamentoNumber {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}([./-]\\d{1,4})?");

    private AccertamentoNumber() {}

    /** Without spaces and leading zeros. */
    static String normal(String typed) {
        String number = typed.strip().replaceFirst("^0+(?=\\d)", "");
        if (!NUMBER.matcher(number).matches()) {
            throw Refusal.inField("number", "treasury.accertamento.number", typed.strip());
        }
        return number;
    }
}
