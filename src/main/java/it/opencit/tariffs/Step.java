// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.math.BigDecimal;
import java.util.List;

/**
 * A step of an explanation, for the reader: partial results come before what they add up to.
 *
 * @param text Italian, with the operands
 * @param amount exact, in euro; only the step that rounds has two decimals by rule
 * @param depth 0 for the line itself, more for its parts
 */
public record Step(String text, BigDecimal amount, int depth, List<Mark> marks) {

    public Step {
        marks = List.copyOf(marks);
    }
}
