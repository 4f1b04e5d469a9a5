// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import org.jspecify.annotations.Nullable;

/**
 * A fee period as the office looks at it.
 *
 * @param charge {@code null} when nothing is owed for it: the quota includes it, or another body is charged for both
 */
record FeeLine(StoredTerm stored, ChargeKind kind, @Nullable Charge charge) {

    int year() {
        return stored.term().year();
    }
}
