// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.OfferingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of consumption as it was chosen.
 *
 * @param key of the quantity that it counts
 * @param appliedAt {@code null} while only its preview was seen
 * @param outcome Italian, what was written; "" until then
 */
record ConsumptionImport(
        long id,
        OfferingId offering,
        String key,
        String fileName,
        byte[] content,
        @Nullable Instant appliedAt,
        String outcome,
        String recordedBy,
        Instant recordedAt) {}
