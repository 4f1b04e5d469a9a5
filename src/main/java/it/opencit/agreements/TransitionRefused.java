// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Refusal;
import java.util.Locale;
import java.util.stream.Collectors;

/** The accession is not where the act needs it: the message says where it is and what can be done from there. */
final class TransitionRefused extends Refusal {

    TransitionRefused(AccessionState state, AccessionActKind refused) {
        super(
                "agreements.transition.refused",
                refused.label(),
                state.stage().label().toLowerCase(Locale.ITALIAN),
                state.allowed().stream()
                        .map(act -> act.label().toLowerCase(Locale.ITALIAN))
                        .collect(Collectors.joining(", ")));
    }
}
