// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.util.List;

/** What a tariff says of a body: an amount, or why there is none. */
public sealed interface Outcome {

    /**
     * An amount.
     *
     * @param net VAT excluded, rounded once, half up
     * @param vat on {@code net}, rounded half up
     * @param amount {@code net} and {@code vat} together
     * @param figures of the body that counted, each once
     * @param marks the warnings of every figure and parameter that counted, each once
     * @param steps the explanation; empty when it was not asked for
     */
    record Computed(Euro net, Euro vat, Euro amount, List<Figure> figures, List<Mark> marks, List<Step> steps)
            implements Outcome {
        public Computed {
            figures = List.copyOf(figures);
            marks = List.copyOf(marks);
            steps = List.copyOf(steps);
        }
    }

    /** No amount, such as when a figure is missing. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * The amount.
     *
     * @throws Refusal when there is none
     */
    default Computed orRefuse() {
        return switch (this) {
            case Computed computed -> computed;
            case Refused(var reason) -> throw reason;
        };
    }
}
