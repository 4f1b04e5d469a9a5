// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line is what it is. Kept with the line, so that what was approved explains itself also when tariffs and figures
 * have changed.
 *
 * @param tariff code
 * @param version of the tariff at this centre; {@code null} when it came from a kit
 * @param rule title of the tariff
 * @param act that set it, in words; "" where none is stated
 * @param share of the whole that this payer takes, in per cent
 * @param facts figures of the body and quantities that counted
 * @param steps of the calculation of the whole
 * @param warnings on rule and figures
 */
record Why(
        String tariff,
        @Nullable Long version,
        String rule,
        String act,
        BigDecimal share,
        List<Fact> facts,
        List<Step> steps,
        List<String> warnings) {

    /**
     * A number that counted.
     *
     * @param key {@code figure:RESIDENTS} or {@code quantity:mailboxes}
     * @param label Italian plural
     * @param date of a figure; {@code null} for a quantity
     */
    record Fact(
            String key,
            String label,
            BigDecimal value,
            @Nullable LocalDate date,
            String source,
            String mark) {}

    /** A step, deeper ones are parts of what follows. */
    record Step(String text, BigDecimal amount, int depth, String marks) {}
}
