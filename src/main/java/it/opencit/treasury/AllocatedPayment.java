// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.util.Map;

/**
 * Money taken in of which it is known what it pays: for imports of what happened elsewhere.
 *
 * @param amounts what it collects, together no more than it is
 */
public record AllocatedPayment(NewProvvisorio provvisorio, Map<AccertamentoId, Euro> amounts) {

    public AllocatedPayment {
        amounts = Map.copyOf(amounts);
    }
}
