// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a provvisorio may have paid.
 *
 * @param score the higher, the more tells for it
 * @param reasons in words, the strongest first
 */
record Proposal(List<Part> parts, int score, List<String> reasons) {

    /** From here on, who pays or what they quote agrees with the amount: it may be accepted with others at once. */
    static final int STRONG = 60;

    /** How much of which accertamento. */
    record Part(Accertamento accertamento, Euro amount) {}

    Euro amount() {
        return Euro.sum(parts.stream().map(Part::amount).toList());
    }

    boolean isStrong() {
        return score >= STRONG;
    }

    Map<AccertamentoId, Euro> amounts() {
        return parts.stream()
                .collect(Collectors.toMap(part -> part.accertamento().id(), Part::amount));
    }
}
