// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two tariffs says of a body.
 *
 * @param amount what the body would pay, VAT included; {@code null} when the tariff gives no amount, which is not zero
 * @param vat the part of the amount that is VAT
 * @param marks labels of the warnings that touch the amount, each once
 * @param reason Italian, why there is no amount; {@code null} when there is one
 */
record Side(
        @Nullable Euro amount,
        Euro vat,
        List<String> marks,
        @Nullable String reason) {

    Side {
        marks = List.copyOf(marks);
    }

    static Side of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Computed computed ->
                new Side(
                        computed.amount(),
                        computed.vat(),
                        computed.marks().stream().map(Mark::label).distinct().toList(),
                        null);
            case Outcome.Refused(var refusal) -> new Side(null, Euro.ZERO, List.of(), refusal.inItalian());
        };
    }
}
