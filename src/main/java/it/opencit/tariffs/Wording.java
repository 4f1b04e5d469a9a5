// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The operands of an explanation as an Italian reader writes them. */
final class Wording {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ITALY);

    private Wording() {}

    /** An exact amount, at least with its cents: {@code € 1.094,625}. */
    static String euro(BigDecimal exact) {
        return "€ " + new DecimalFormat("#,##0.00######", SYMBOLS).format(exact);
    }

    static String percent(BigDecimal value) {
        return Italian.number(value) + " %";
    }
}
